import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import {
  designCovariance,
  designDegrees,
  surveyMean,
  surveyVariance,
} from '../statistics/survey-design.ts'
import { columnIn, countPresent } from './columns.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName, Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { levelOf } from './model-terms.ts'
import { rarestOf } from './rarest.ts'
import { designEstimates, intervalOf, surveyFields, surveyOf } from './survey-fields.ts'

const fields = {
  ...surveyFields,
  variables: Columns,
  /** Domains: means of each value of this column. */
  by: ColumnName.optional(),
}
type Line = LineOf<typeof fields>

/** Means and shares of a complex sample. */
export const surveyMeanMethod = defineMethod({
  id: 'survey-mean',
  about:
    'Weighted means of a complex sample with standard errors by Taylor linearisation (strata, clusters, finite population correction), design effects, and domains by `by` or `domain`. A text column gives the share of each of its values. Respondents without a value are outside the domain, but part of the design. `lonely`: what is done with a stratum of one unit.',
  source:
    'Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, ch. 5; Lumley (2010), Complex Surveys, ch. 2.',
  estimates:
    '`degf`, `sum_weights`, `kish_deff`; of all variables together the lists `mean.vars`, `mean.est`, `mean.se`, `mean.deff` and matrices `mean.ci95` (normal), `mean.ci95_t`; of a text column `prop_v.levels`, `prop_v.est`, `prop_v.se`; by domain `by_a.level`, `by_a.est`, `by_a.se`, `by_a.ci_l`, `by_a.ci_u` (with several variables `by_a.v.est` …); of each variable `v`, `v.se`, `v.deff`, `v.df`, with `.low` and `.high` by t, and `v@code` …',
  fields,
  example: { variables: ['NET_100'], design: { weight: 'w', strata: 'stratum' }, by: 'single' },
  run: (line, data) => runSurveyMean(line, data),
})

type Part = { readonly name: string; readonly values: Float64Array }

const runSurveyMean = (line: Line, data: Prepared): Found => {
  const method = 'survey-mean'
  const survey = surveyOf(line, data, method)
  const { design } = survey
  const columns = line.variables.map((name) => columnIn(data, name))
  const complete = (row: number) =>
    survey.inside(row) && columns.every(({ values }) => !Number.isNaN(values[row]))
  const n = count(data.n, complete)
  if (n === 0) throw notDefined({ method, reason: 'nobody in the domain has all values' })
  const parts = columns.map((column) => ({
    column,
    parts:
      column.levels === undefined
        ? [{ name: column.name, values: column.values }]
        : [...new Set(column.values.filter((value, row) => complete(row) && !Number.isNaN(value)))]
            .sort((a, b) => a - b)
            .map(
              (code): Part => ({
                name: `${column.name}${levelOf(column, code)}`,
                values: column.values.map((value) => Number(value === code)),
              }),
            ),
  }))
  const means = parts
    .filter(({ column }) => column.levels === undefined)
    .flatMap((entry) => entry.parts)
  const degrees = designDegrees(design, complete)
  const tell = (part: Part, inside: (row: number) => boolean) => {
    const { value, influence } = surveyMean(part.values, design, inside)
    const [[variance = 0] = []] = designCovariance(
      [influence],
      design,
      method,
      inside,
    ) as unknown as number[][]
    const n = count(data.n, (row) => inside(row) && design.weights[row] !== 0)
    const total = design.weights.reduce((sum, weight, row) => sum + (inside(row) ? weight : 0), 0)
    const simple = (surveyVariance(part.values, design, inside).value * (total - n)) / (total * n)
    return {
      value,
      se: Math.sqrt(variance),
      deff: total < n ? Number.NaN : variance / simple,
      base: rarestOf(part.values, inside),
    }
  }
  const found = means.map((part) => tell(part, complete))
  const words: Record<string, readonly string[]> = {}
  const estimates: Record<string, Estimate> = {
    ...designEstimates({ design, inside: complete }, n),
  }
  if (found.length > 0) {
    words['mean.vars'] = means.map(({ name }) => name)
    Object.assign(
      estimates,
      estimatesOf(
        {
          mean: {
            est: found.map(({ value }) => value),
            se: found.map(({ se }) => se),
            ...(found.every(({ deff }) => Number.isFinite(deff))
              ? { deff: found.map(({ deff }) => deff) }
              : {}),
          },
        },
        least(found),
      ),
      {
        'mean.ci95': intervals(found, least(found)),
        ...(degrees > 0 ? { 'mean.ci95_t': intervals(found, least(found), degrees) } : {}),
      },
    )
  }
  means.forEach((part, i) => {
    Object.assign(estimates, single(part.name, found[i] as Told, degrees))
  })
  for (const { column, parts: levels } of parts) {
    if (column.levels === undefined) continue
    const told = levels.map((part) => tell(part, complete))
    words[`prop_${column.name}.levels`] = levels.map(({ name }) => name)
    Object.assign(
      estimates,
      estimatesOf(
        {
          [`prop_${column.name}`]: {
            est: told.map(({ value }) => value),
            se: told.map(({ se }) => se),
          },
        },
        least(told),
      ),
      ...levels.map((part, i) => single(part.name, told[i] as Told, degrees)),
    )
  }
  if (line.by !== undefined) {
    const by = columnIn(data, line.by)
    const codes = [...new Set(by.values)]
      .filter((code) => !Number.isNaN(code))
      .sort((a, b) => a - b)
    for (const part of means) {
      const told = codes
        .map((code) => ({
          code,
          inside: (row: number) => complete(row) && by.values[row] === code,
        }))
        .filter(({ inside }) => count(data.n, inside) > 0)
        .map(({ code, inside }) => ({
          code,
          df: designDegrees(design, inside),
          ...tell(part, inside),
        }))
      const name = means.length === 1 ? `by_${line.by}` : `by_${line.by}.${part.name}`
      const base = least(told)
      words[`${name}.level`] = told.map(({ code }) => levelOf(by, code))
      Object.assign(
        estimates,
        estimatesOf(
          {
            [name]: {
              est: told.map(({ value }) => value),
              se: told.map(({ se }) => se),
              ci_l: told.map(({ value, se }) => intervalOf(value, se)[0]),
              ci_u: told.map(({ value, se }) => intervalOf(value, se)[1]),
            },
          },
          base,
        ),
        ...told.map((entry) => single(`${part.name}@${levelOf(by, entry.code)}`, entry, entry.df)),
      )
    }
  }
  const missing = columns.reduce(
    (most, { values }) => Math.max(most, data.n - countPresent(values)),
    0,
  )
  return {
    n,
    omitted: data.n - n,
    estimates,
    words,
    warnings:
      missing > 0 && columns.length > 1
        ? [`${data.n - n} without a value of one of the variables are outside`]
        : [],
  }
}

type Told = {
  readonly value: number
  readonly se: number
  readonly deff: number
  readonly base: number
}

/** The smallest base: several numbers are shown together or not at all. */
const least = (found: readonly Told[]): number => Math.min(...found.map(({ base }) => base))

const single = (
  name: string,
  { value, se, deff, base }: Told,
  df: number,
): Record<string, Estimate> => {
  const [low, high] = intervalOf(value, se, df)
  return {
    [name]: { kind: 'coefficient', value, ...(Number.isNaN(low) ? {} : { low, high }), base },
    [`${name}.se`]: { kind: 'coefficient', value: se, base },
    ...(Number.isFinite(deff)
      ? { [`${name}.deff`]: { kind: 'coefficient', value: deff, base } }
      : {}),
    [`${name}.df`]: { kind: 'coefficient', value: df, base },
  }
}

const intervals = (found: readonly Told[], base: number, df?: number): Estimate => ({
  kind: 'matrix',
  values: found.map(({ value, se }) => intervalOf(value, se, df)),
  base,
})

/** How many rows are inside. */
const count = (n: number, inside: (row: number) => boolean): number => {
  let found = 0
  for (let row = 0; row < n; row++) if (inside(row)) found += 1
  return found
}
