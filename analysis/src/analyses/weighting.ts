import * as z from 'zod'
import type { Column, Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { quantile } from '../statistics/quantile.ts'
import {
  designCovariance,
  type SurveyDesign,
  surveyMean,
  surveyTotal,
} from '../statistics/survey-design.ts'
import { columnIn } from './columns.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
import { codeOf, levelOf } from './model-terms.ts'
import { rarestOf } from './rarest.ts'
import { intervalOf, surveyFields, surveyOf } from './survey-fields.ts'

const { domain: _, ...designFields } = surveyFields

/** Fields of every method that makes weights: the design that gives the base weights, and what to estimate with the new ones. */
export const weightingFields = {
  ...designFields,
  means: z.array(ColumnName).default([]),
  totals: z.array(ColumnName).default([]),
  shares: z.array(ColumnName).default([]),
}
/** A margin: a variable and its units in the population by value. */
export const MarginPlan = z.strictObject({
  variable: ColumnName,
  population: z.record(z.string(), z.number().positive()),
})
type MarginPlan = z.infer<typeof MarginPlan>

type WeightingLine = Parameters<typeof surveyOf>[0] & {
  readonly means: readonly string[]
  readonly totals: readonly string[]
  readonly shares: readonly string[]
}

export const baseDesign = (line: WeightingLine, data: Prepared, method: string): SurveyDesign =>
  surveyOf(line, data, method).design

/**
 * A margin as columns: its codes, and the units of each in the population.
 * @throws notDefined if a category has nobody, somebody has no category, or a category is not in the population.
 */
export const marginOf = ({ variable, population }: MarginPlan, data: Prepared, method: string) => {
  const column = columnIn(data, variable)
  const sizes = new Map(
    Object.entries(population).map(([name, size]) => {
      const code = codeOf(column, name)
      if (!column.values.includes(code))
        throw notDefined({
          method,
          reason: `nobody answered in category ${name} of ${variable}; collapse it with another`,
        })
      return [code, size] as const
    }),
  )
  const absent = column.values.filter(Number.isNaN).length
  if (absent > 0) throw notDefined({ method, reason: `${variable} is missing for ${absent}` })
  const stranger = column.values.find((code) => !sizes.has(code))
  if (stranger !== undefined)
    throw notDefined({
      method,
      reason: `category ${levelOf(column, stranger)} of ${variable} is not in the population`,
    })
  return { column, sizes }
}

/** The new weights, how uneven they are, and estimates with them. Weights stand for single respondents and stay hidden. */
export const weightingEstimates = (
  line: WeightingLine,
  data: Prepared,
  design: SurveyDesign,
): Readonly<Record<string, Estimate>> => ({
  weights: { kind: 'list', values: [...design.weights], base: 1 },
  ...diagnosticsOf(design.weights),
  ...estimatesWith(line, data, design),
})

/** Kish's design effect and the like. */
export const diagnosticsOf = (weights: Float64Array): Readonly<Record<string, Estimate>> => {
  const n = weights.length
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const squares = weights.reduce((total, weight) => total + weight * weight, 0)
  const mean = sum / n
  const spread = Math.sqrt(weights.reduce((total, weight) => total + (weight - mean) ** 2, 0) / n)
  const sorted = Float64Array.from(weights).sort()
  const [least, most] = [sorted[0] as number, sorted[n - 1] as number]
  const extreme = (value: number): Estimate => ({ kind: 'extreme', value, base: n })
  return {
    'diagnostics.n': { kind: 'count', value: n },
    ...estimatesOf(
      {
        diagnostics: {
          kish_deff: (n * squares) / sum ** 2,
          n_eff: sum ** 2 / squares,
          cv: spread / mean,
          sum,
        },
      },
      n,
    ),
    'diagnostics.min': extreme(least),
    'diagnostics.max': extreme(most),
    'diagnostics.ratio_max_median': extreme(most / quantile(sorted, 0.5)),
  }
}

const estimatesWith = (line: WeightingLine, data: Prepared, design: SurveyDesign) => {
  const found: Record<string, Estimate> = {}
  const add = (names: readonly [string, string], column: Column, kind: 'mean' | 'total') => {
    const inside = (row: number) => !Number.isNaN(column.values[row])
    const base = column.values.filter((_, row) => inside(row)).length
    if (base === 0)
      throw notDefined({ method: 'weighting', reason: `nobody has a value of ${column.name}` })
    const values = column.values.map((value) => (Number.isNaN(value) ? 0 : value))
    const { value, influence } =
      kind === 'mean' ? surveyMean(values, design, inside) : surveyTotal(values, design, inside)
    const se = Math.sqrt(designCovariance([influence], design, 'weighting')[0]?.[0] as number)
    const [low, high] = intervalOf(value, se)
    const rarest = rarestOf(column.values, inside)
    found[`estimates.${names[0]}`] = { kind: 'coefficient', value, low, high, base: rarest }
    found[`estimates.${names[1]}`] = { kind: 'coefficient', value: se, base: rarest }
  }
  for (const name of line.means) add([`mean_${name}`, `se_${name}`], columnIn(data, name), 'mean')
  for (const name of line.totals)
    add([`total_${name}`, `se_${name}`], columnIn(data, name), 'total')
  for (const name of line.shares) {
    const column = columnIn(data, name)
    const inside = (row: number) => !Number.isNaN(column.values[row])
    const codes = [...new Set(column.values)]
      .filter((code) => !Number.isNaN(code))
      .sort((a, b) => a - b)
    const base = Math.min(
      ...codes.map((code) => column.values.filter((value) => value === code).length),
    )
    const told = codes.map((code) =>
      surveyMean(
        column.values.map((value) => Number(value === code)),
        design,
        inside,
      ),
    )
    const list = (values: readonly number[]): Estimate => ({ kind: 'list', values, base })
    found[`estimates.${name}`] = list(told.map(({ value }) => value))
    found[`estimates.se_${name}`] = list(
      told.map(({ influence }) =>
        Math.sqrt(designCovariance([influence], design, 'weighting')[0]?.[0] as number),
      ),
    )
  }
  return found
}
