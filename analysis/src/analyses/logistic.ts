import { chiSquareUpper } from '../numerics/distributions.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { columnIn } from './columns.ts'
import { estimatesOf } from './estimates-of.ts'
import { Code } from './fields.ts'
import type { Found } from './found.ts'
import {
  coefficientTable,
  fitGeneralized,
  omittedOf,
  RatioIntervals,
  ratioEstimates,
  robustErrors,
  warningsOf,
} from './generalized.ts'
import { defineMethod, type LineOf } from './method.ts'
import { eventOutcome, modelData, modelFields } from './model-terms.ts'
import { heldTo } from './rarest.ts'

const fields = {
  ...modelFields,
  /** The outcome's code that counts; without it the greater of two. */
  event: Code.optional(),
  /** Intervals of the ratios: those of the profile beside Wald’s, or Wald’s alone. */
  intervals: RatioIntervals,
}
type Line = LineOf<typeof fields>

/** Logistic regression by maximum likelihood. */
export const logistic = defineMethod({
  id: 'logistic',
  about:
    'Logistic regression by maximum likelihood (reweighted least squares, each round by QR): Wald and likelihood-ratio tests, odds ratios with Wald and profile intervals, pseudo-R², discrimination, average marginal effects. Separation is found and named. Predictors as in `ols`.',
  source:
    'McCullagh & Nelder (1989), Generalized Linear Models; Albert & Anderson (1984), Biometrika 71, 1–10; Nagelkerke (1991), Biometrika 78, 691–692; Venzon & Moolgavkar (1988), Applied Statistics 37, 87–94.',
  estimates:
    '`n`, `coef` (matrix), `or.v`, `or_wald_ci95`, `or_profile_ci95` (as R’s confint), `or_exact_profile_ci95`, `deviance`, `null_deviance`, `lr_chi2`, `lr_df`, `lr_p`, `logLik`, `aic`, `bic`, `mcfadden`, `cox_snell`, `nagelkerke`, `auc`, `brier`, `hc0_se.v`, `vcov`, `average_marginal_effects.v`',
  fields,
  example: { outcome: 'any_club', event: 1, predictors: ['NET', { factor: 'single' }] },
  run: (line, data) => runLogistic(line, data),
})

const runLogistic = (line: Line, data: Prepared): Found => {
  const outcome = eventOutcome(columnIn(data, line.outcome), line.event, 'logistic')
  const model = modelData(line, data, { method: 'logistic', outcome })
  const y = model.outcome
  const events = y.reduce((sum, value) => sum + value, 0)
  if (events === 0 || events === y.length)
    throw notDefined({
      method: 'logistic',
      reason: `the outcome is the same for all ${y.length} with all values`,
    })
  const found = fitGeneralized(model, { family: 'binomial', method: 'logistic' })
  const { names, se, n, nullDeviance } = found
  const { coefficients, deviance, fitted, covariance, fit } = found.model
  const p = coefficients.length
  const degrees = p - Number(line.intercept)
  const chi2 = nullDeviance - deviance
  const coxSnell = 1 - Math.exp((deviance - nullDeviance) / n)
  const slope = fitted.reduce((sum, value) => sum + value * (1 - value), 0) / n
  return {
    n,
    omitted: omittedOf(data, model),
    estimates: heldTo(Math.min(events, n - events), {
      n: { kind: 'count', value: n },
      coef: coefficientTable(names, coefficients, se, n),
      ...ratioEstimates(found, model, {
        name: 'or',
        family: 'binomial',
        method: 'logistic',
        intervals: line.intervals,
      }),
      ...estimatesOf(
        {
          deviance,
          null_deviance: nullDeviance,
          lr_chi2: chi2,
          lr_p: degrees > 0 ? chiSquareUpper(Math.max(0, chi2), degrees) : Number.NaN,
          logLik: -deviance / 2,
          aic: deviance + 2 * p,
          bic: deviance + Math.log(n) * p,
          mcfadden: 1 - deviance / nullDeviance,
          cox_snell: coxSnell,
          nagelkerke: coxSnell / (1 - Math.exp(-nullDeviance / n)),
          auc: areaUnder(fitted, y),
          brier: y.reduce((sum, value, i) => sum + (value - (fitted[i] as number)) ** 2, 0) / n,
          hc0_se: robustErrors(found),
          average_marginal_effects: Object.fromEntries(
            names.flatMap((name, k) =>
              line.intercept && fit.kept[k] === 0
                ? []
                : [[name, (coefficients[k] as number) * slope]],
            ),
          ),
        },
        n,
      ),
      lr_df: { kind: 'constant', value: degrees },
      vcov: {
        kind: 'matrix',
        rows: names,
        cols: names,
        values: covariance.map((row) => [...row]),
        base: n,
      },
    }),
    warnings: warningsOf(found),
  }
}

/** Chance that an event has a greater fitted value than a non-event; ties count half. */
const areaUnder = (fitted: Float64Array, y: Float64Array): number => {
  const order = Array.from(fitted, (_, i) => i).sort(
    (a, b) => (fitted[a] as number) - (fitted[b] as number),
  )
  let ranks = 0
  let events = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && fitted[order[to] as number] === fitted[order[from] as number])
      to += 1
    for (let k = from; k < to; k++)
      if (y[order[k] as number] === 1) {
        ranks += (from + 1 + to) / 2
        events += 1
      }
    from = to
  }
  return (ranks - (events * (events + 1)) / 2) / (events * (y.length - events))
}
