import * as z from 'zod'
import { normalUpperQuantile, tUpperQuantile } from '../numerics/distributions.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { designDegrees, LONELY, type SurveyDesign } from '../statistics/survey-design.ts'
import { columnIn } from './columns.ts'
import { Code, ColumnName } from './fields.ts'
import { codeOf } from './model-terms.ts'

/** The design of a line; what is left out comes from the plan's `data` and `weights`. */
export const surveyFields = {
  design: z
    .strictObject({
      weight: ColumnName.optional(),
      strata: ColumnName.optional(),
      cluster: ColumnName.optional(),
      /** Column with the units of the stratum in the population, or with the share of them drawn. */
      fpc: ColumnName.optional(),
    })
    .optional(),
  /** What is done with a stratum of one unit. */
  lonely: z.enum(LONELY).default('fail'),
  /** Only those with one of the codes; the others stay part of the design. */
  domain: z.strictObject({ variable: ColumnName, values: z.array(Code).min(1) }).optional(),
}
type SurveyLine = {
  readonly design?:
    | {
        readonly weight?: string | undefined
        readonly strata?: string | undefined
        readonly cluster?: string | undefined
        readonly fpc?: string | undefined
      }
    | undefined
  readonly lonely: (typeof LONELY)[number]
  readonly domain?: { readonly variable: string; readonly values: readonly Code[] } | undefined
}

export type SurveyOf = {
  readonly design: SurveyDesign
  /** Whether a respondent is in the domain. */
  readonly inside: (row: number) => boolean
}

/** @throws notDefined where weight, stratum, cluster or population of a respondent is missing. */
export const surveyOf = (line: SurveyLine, data: Prepared, method: string): SurveyOf => {
  const own = (name: string | undefined, what: string) => {
    if (name === undefined) return undefined
    const { values } = columnIn(data, name)
    const absent = values.filter(Number.isNaN).length
    if (absent > 0) throw notDefined({ method, reason: `${what} ${name} is missing for ${absent}` })
    return values
  }
  const { design, domain } = line
  const weights = own(design?.weight, 'the weight') ?? Float64Array.from(data.design.weights)
  if (weights.some((weight) => weight < 0))
    throw notDefined({ method, reason: 'a weight is negative' })
  if (weights.every((weight) => weight === 0))
    throw notDefined({ method, reason: 'all weights are 0' })
  const all = (value: number) => new Float64Array(data.n).fill(value)
  // A line that names its own weights, strata or clusters describes the whole design.
  const given = design === undefined ? data.design : undefined
  const filter = domain === undefined ? undefined : columnIn(data, domain.variable)
  const codes = new Set(
    domain?.values.map((code) => codeOf(filter as NonNullable<typeof filter>, code)),
  )
  return {
    design: {
      weights,
      strata:
        own(design?.strata, 'the stratum') ??
        arrayOf(given?.givenStrata ?? given?.strata) ??
        all(0),
      clusters:
        own(design?.cluster, 'the cluster') ??
        arrayOf(given?.clusters) ??
        Float64Array.from({ length: data.n }, (_, i) => i),
      populations:
        own(design?.fpc, 'the population') ??
        arrayOf(given?.populations) ??
        all(Number.POSITIVE_INFINITY),
      lonely: line.lonely,
    },
    inside: (row) => filter === undefined || codes.has(filter.values[row] as number),
  }
}

const arrayOf = (values: ArrayLike<number> | undefined): Float64Array | undefined =>
  values === undefined ? undefined : Float64Array.from(values)

/** What every analysis of a design tells about it. */
export const designEstimates = (
  { design, inside }: SurveyOf,
  n: number,
): Readonly<Record<string, Estimate>> => {
  const weights = design.weights.filter((weight, row) => weight !== 0 && inside(row))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const squares = weights.reduce((total, weight) => total + weight * weight, 0)
  const coefficient = (value: number): Estimate => ({ kind: 'coefficient', value, base: n })
  return {
    degf: coefficient(designDegrees(design, inside)),
    sum_weights: coefficient(sum),
    kish_deff: coefficient((weights.length * squares) / sum ** 2),
  }
}

/** 95 % interval by the normal distribution, or by t. */
export const intervalOf = (value: number, se: number, df?: number): readonly [number, number] => {
  const reach =
    (df === undefined
      ? normalUpperQuantile(0.025)
      : df < 1
        ? Number.NaN
        : tUpperQuantile(0.025, df)) * se
  return [value - reach, value + reach]
}
