import * as z from 'zod'
import { tTwoSided, tUpperQuantile } from '../numerics/distributions.ts'
import { influences, leastSquares } from '../numerics/least-squares.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { generalizedModel } from '../statistics/generalized-model.ts'
import { designCovariance, designDegrees, type SurveyDesign } from '../statistics/survey-design.ts'
import { columnIn } from './columns.ts'
import { Code } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { eventOutcome, type ModelData, modelData, modelFields } from './model-terms.ts'
import { designEstimates, surveyFields, surveyOf } from './survey-fields.ts'

const fields = {
  ...surveyFields,
  ...modelFields,
  family: z.enum(['gaussian', 'binomial', 'poisson']).default('gaussian'),
  event: Code.optional(),
}
type Line = LineOf<typeof fields>

/** Regression in a complex sample. */
export const surveyGlm = defineMethod({
  id: 'survey-glm',
  about:
    'Linear, logistic or Poisson regression weighted by the design, with standard errors by Taylor linearisation and t on degrees of freedom of the design. Design and domain as in `survey-mean`, predictors as in `ols`.',
  source:
    'Binder (1983), International Statistical Review 51, 279–292; Lumley (2010), Complex Surveys, ch. 5–6.',
  estimates:
    'matrix `glm` (gaussian), `logistic` (binomial) or `poisson`; `ci95`, `vcov`, `df`, `degf`, `sum_weights`, `kish_deff`',
  fields,
  example: {
    outcome: 'any_club',
    event: 1,
    family: 'binomial',
    predictors: ['NET', { factor: 'single' }],
    design: { weight: 'w', strata: 'stratum' },
  },
  run: (line, data) => runSurveyGlm(line, data),
})

const NAMES = { gaussian: 'glm', binomial: 'logistic', poisson: 'poisson' } as const

const runSurveyGlm = (line: Line, data: Prepared): Found => {
  const method = 'survey-glm'
  const survey = surveyOf(line, data, method)
  const values =
    line.family === 'binomial'
      ? eventOutcome(columnIn(data, line.outcome), line.event, method)
      : columnIn(data, line.outcome).values
  const outcome = values.map((value, row) =>
    survey.inside(row) && survey.design.weights[row] !== 0 ? value : Number.NaN,
  )
  const model = modelData(line, data, { method, outcome })
  if (line.family === 'poisson' && model.outcome.some((value) => value < 0))
    throw notDefined({ method, reason: `${line.outcome} has negative counts` })
  const n = model.rows.length
  const present = new Set(model.rows)
  const { names, coefficients, influence, left } = fitWeighted(line, model, survey.design, method)
  const spread = (column: Float64Array) => {
    const whole = new Float64Array(data.n)
    model.rows.forEach((row, i) => {
      whole[row] = column[i] as number
    })
    return whole
  }
  const inside = (row: number) => present.has(row)
  const covariance = designCovariance(influence.map(spread), survey.design, method, inside)
  const df = designDegrees(survey.design, inside) + 1 - coefficients.length
  if (df < 1)
    throw notDefined({
      method,
      reason: `the design has too few units for ${coefficients.length} coefficients`,
    })
  const reach = tUpperQuantile(0.025, df)
  const se = covariance.map((row, j) => Math.sqrt(row[j] as number))
  const matrix = (
    cols: readonly string[],
    cells: readonly (readonly (number | null)[])[],
  ): Estimate => ({
    kind: 'matrix',
    rows: names,
    cols,
    values: cells,
    base: n,
  })
  return {
    n,
    omitted: data.n - n,
    estimates: {
      ...designEstimates({ design: survey.design, inside }, n),
      df: { kind: 'constant', value: df },
      [NAMES[line.family]]: matrix(
        ['Estimate', 'Std. Error', 't value', 'Pr(>|t|)'],
        coefficients.map((value, j) => {
          const error = se[j] as number
          return error === 0
            ? [value, 0, null, null]
            : [value, error, value / error, tTwoSided(value / error, df)]
        }),
      ),
      ci95: matrix(
        ['2.5 %', '97.5 %'],
        coefficients.map((value, j) => [
          value - reach * (se[j] as number),
          value + reach * (se[j] as number),
        ]),
      ),
      vcov: matrix(
        names,
        covariance.map((row) => [...row]),
      ),
    },
    warnings: left.map(
      (name) => `${name} is left out: it is a combination of the columns before it`,
    ),
  }
}

/** R's survey stops its rounds here; its standard errors are those of this round. */
const STILL = 1e-8

/** Coefficients and the influence of each respondent on them. */
export const fitWeighted = (
  { family }: { readonly family: 'gaussian' | 'binomial' | 'poisson' },
  model: ModelData,
  design: SurveyDesign,
  method: string,
) => {
  const mean =
    model.rows.reduce((sum, row) => sum + (design.weights[row] as number), 0) / model.rows.length
  const weights = Float64Array.from(model.rows, (row) => (design.weights[row] as number) / mean)
  const columns = model.columns.map((column) => ('high' in column ? column.high : column))
  const named = (kept: readonly number[]) => ({
    names: kept.map((j) => model.names[j] as string),
    left: model.names.filter((_, j) => !kept.includes(j)),
  })
  if (family !== 'gaussian') {
    const { outcome: y } = model
    if (family === 'binomial' && y.every((value) => value === y[0]))
      throw notDefined({ method, reason: 'the outcome is the same for all with all values' })
    const found = generalizedModel(columns, y, {
      family,
      weights,
      method,
      names: model.names,
      still: STILL,
    })
    return {
      ...named(found.fit.kept),
      coefficients: [...found.coefficients],
      influence: found.scores,
    }
  }
  const roots = weights.map(Math.sqrt)
  const times = (column: Float64Array) => column.map((value, i) => value * (roots[i] as number))
  const fit = leastSquares(columns.map(times), times(model.outcome))
  return {
    ...named(fit.kept),
    coefficients: [...fit.coefficients],
    influence: influences(fit).map((gain) =>
      gain.map((value, i) => value * (fit.residuals[i] as number)),
    ),
  }
}
