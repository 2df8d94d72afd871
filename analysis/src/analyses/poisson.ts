import { chiSquareUpper, tTwoSided } from '../numerics/distributions.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { columnIn } from './columns.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
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
import { at, modelData, modelFields } from './model-terms.ts'

const fields = {
  ...modelFields,
  /** Column added to the linear predictor as it is. */
  offset: ColumnName.optional(),
  /** Column whose logarithm is the offset: time or persons under observation. */
  exposure: ColumnName.optional(),
  /** Intervals of the ratios: those of the profile beside Wald’s, or Wald’s alone. */
  intervals: RatioIntervals,
}
type Line = LineOf<typeof fields>

/** Poisson regression of counts. */
export const poisson = defineMethod({
  id: 'poisson',
  about:
    'Poisson regression of counts with the logarithm as link, with an offset or an exposure; rate ratios; overdispersion by Pearson’s χ², with standard errors that allow for it. Predictors as in `ols`.',
  source:
    'McCullagh & Nelder (1989), Generalized Linear Models; Cameron & Trivedi (2013), Regression Analysis of Count Data.',
  estimates:
    '`n`, `coef` (matrix), `coef_quasi`, `irr.v`, `irr_wald_ci95`, `irr_profile_ci95` (as R’s confint), `irr_exact_profile_ci95`, `deviance`, `null_deviance`, `lr_chi2`, `lr_df`, `lr_p`, `logLik`, `aic`, `bic`, `pearson_chi2`, `dispersion_pearson`, `dispersion_p`, `hc0_se.v`, `vcov`',
  fields,
  example: { outcome: 'visits', predictors: ['age', { factor: 'town' }], exposure: 'months' },
  faults: ({ offset, exposure }) =>
    offset !== undefined && exposure !== undefined
      ? [{ path: 'exposure', message: 'there is an offset already', remedy: 'give one of the two' }]
      : [],
  run: (line, data) => runPoisson(line, data),
})

const runPoisson = (line: Line, data: Prepared): Found => {
  const method = 'poisson'
  const also = [line.offset, line.exposure].filter((name) => name !== undefined)
  const model = modelData(line, data, { method, also })
  const y = model.outcome
  if (y.some((value) => value < 0 || !Number.isInteger(value)))
    throw notDefined({
      method,
      reason: `${line.outcome} is not a count: it has parts or negative values`,
    })
  if (y.every((value) => value === 0)) throw notDefined({ method, reason: 'all counts are 0' })
  const [name] = also
  const given = name === undefined ? undefined : at(columnIn(data, name).values, model.rows)
  if (line.exposure !== undefined && given?.some((value) => value <= 0))
    throw notDefined({ method, reason: `an exposure in ${name} is not above 0` })
  const offset = line.exposure === undefined ? given : given?.map(Math.log)
  const found = fitGeneralized(model, {
    family: method,
    method,
    ...(offset === undefined ? {} : { offset }),
  })
  const { names, se, n, nullDeviance, nullLogLikelihood } = found
  const { coefficients, deviance, fitted, covariance, logLikelihood } = found.model
  const p = coefficients.length
  const degrees = p - Number(line.intercept)
  const chi2 = 2 * (logLikelihood - nullLogLikelihood)
  const pearson = y.reduce(
    (sum, value, i) => sum + (value - (fitted[i] as number)) ** 2 / (fitted[i] as number),
    0,
  )
  const dispersion = pearson / (n - p)
  return {
    n,
    omitted: omittedOf(data, model),
    estimates: {
      n: { kind: 'count', value: n },
      coef: coefficientTable(names, coefficients, se, n),
      coef_quasi: {
        kind: 'matrix',
        rows: names,
        cols: ['Estimate', 'Std. Error', 't value', 'Pr(>|t|)'],
        values: names.map((_, k) => {
          const error = (se[k] as number) * Math.sqrt(dispersion)
          const t = (coefficients[k] as number) / error
          return error === 0
            ? [coefficients[k] as number, 0, null, null]
            : [coefficients[k] as number, error, t, tTwoSided(t, n - p)]
        }),
        base: n,
      },
      ...ratioEstimates(found, model, {
        name: 'irr',
        family: method,
        method,
        intervals: line.intervals,
      }),
      ...estimatesOf(
        {
          deviance,
          null_deviance: nullDeviance,
          lr_chi2: chi2,
          lr_p: degrees > 0 ? chiSquareUpper(Math.max(0, chi2), degrees) : Number.NaN,
          logLik: logLikelihood,
          aic: -2 * logLikelihood + 2 * p,
          bic: -2 * logLikelihood + Math.log(n) * p,
          pearson_chi2: pearson,
          dispersion_pearson: dispersion,
          dispersion_p: chiSquareUpper(pearson, n - p),
          hc0_se: robustErrors(found),
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
    },
    warnings: warningsOf(found),
  }
}
