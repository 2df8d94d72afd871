import { tUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { type Numbers, sumOf } from './numbers.ts'

/** Who was drawn how: weight, stratum and cluster of each respondent, and the population size of each stratum. */
export type Design = {
  readonly weights: Numbers
  readonly strata?: Numbers
  /** Strata as the data have them, those of a single respondent too. */
  readonly givenStrata?: Numbers
  readonly clusters?: Numbers
  /** Finite population correction: number of units (clusters) in the population of the respondent's stratum. */
  readonly populations?: Numbers
}

export type WeightedMean = {
  readonly mean: number
  readonly se: number
  readonly low: number
  readonly high: number
  readonly df: number
  /** Respondents with a value. */
  readonly n: number
}

/**
 * Weighted mean Σwx / Σw with the standard error by Taylor linearisation over strata and clusters, and the 95 %
 * interval with t on (clusters − strata) degrees of freedom. A missing value (NaN) makes the respondent a
 * member outside the domain: the design keeps all of them.
 * @throws notDefined if nobody in the domain has a value or a stratum has a single cluster only.
 * @see Lumley (2010), Complex Surveys, chapter 2; Särndal, Swensson & Wretman (1992), chapter 5
 */
export const weightedMean = (values: Numbers, design: Design): WeightedMean => {
  const { mean, influence, n } = linearizedMean(values, design.weights)
  const { variance, df } = totalVariance(influence, design)
  const se = Math.sqrt(variance)
  const reach = tUpperQuantile(0.025, df) * se
  return { mean, se, low: mean - reach, high: mean + reach, df, n }
}

/**
 * Difference of two weighted means of disjoint domains, first minus second, with the design's standard error.
 * `values` with NaN outside the domain.
 */
export const weightedDifference = (
  first: Numbers,
  second: Numbers,
  design: Design,
): WeightedMean => {
  const a = linearizedMean(first, design.weights)
  const b = linearizedMean(second, design.weights)
  const influence = a.influence.map((value, i) => value - (b.influence[i] as number))
  const { variance, df } = totalVariance(influence, design)
  const mean = a.mean - b.mean
  const se = Math.sqrt(variance)
  const reach = tUpperQuantile(0.025, df) * se
  return { mean, se, low: mean - reach, high: mean + reach, df, n: a.n + b.n }
}

const linearizedMean = (values: Numbers, weights: Numbers) => {
  const inside = Float64Array.from(weights, (weight, i) => (Number.isNaN(values[i]) ? 0 : weight))
  const total = sumOf(inside)
  if (!(total > 0)) throw notDefined({ method: 'weighted-mean', reason: 'nobody has a value' })
  const filled = Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : value))
  const mean = sumOf(inside.map((weight, i) => weight * (filled[i] as number))) / total
  const influence = inside.map((weight, i) => (weight * ((filled[i] as number) - mean)) / total)
  return { mean, influence, n: Array.from(values).filter((value) => !Number.isNaN(value)).length }
}

/** Variance of an estimated total: between clusters within strata, with n / (n − 1) and the correction 1 − n/N. */
const totalVariance = (influence: Float64Array, { strata, clusters, populations }: Design) => {
  const byStratum = new Map<number, { sums: Map<number, number>; population: number }>()
  for (let i = 0; i < influence.length; i++) {
    const stratum = strata?.[i] ?? 0
    const cluster = clusters?.[i] ?? i
    const entry = byStratum.get(stratum) ?? {
      sums: new Map<number, number>(),
      population: populations?.[i] ?? Number.POSITIVE_INFINITY,
    }
    entry.sums.set(cluster, (entry.sums.get(cluster) ?? 0) + (influence[i] as number))
    byStratum.set(stratum, entry)
  }
  let variance = 0
  let df = 0
  for (const [stratum, { sums, population }] of byStratum) {
    const n = sums.size
    if (n < 2)
      throw notDefined({ method: 'weighted-mean', reason: `stratum ${stratum} has one unit only` })
    const values = [...sums.values()]
    const mean = sumOf(values) / n
    const squares = sumOf(values.map((value) => (value - mean) ** 2))
    variance += (1 - n / population) * (n / (n - 1)) * squares
    df += n - 1
  }
  return { variance, df }
}
