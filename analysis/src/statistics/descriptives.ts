import type { Distribution } from '../columns/distribution.ts'
import { tUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { centralSumBy, meanBy, varianceBy } from './distribution-moments.ts'
import { quantileBy } from './quantile.ts'

export type Descriptives = {
  readonly n: number
  readonly mean: number
  readonly sd: number
  readonly variance: number
  readonly se: number
  readonly meanLow: number
  readonly meanHigh: number
  readonly median: number
  readonly q25: number
  readonly q75: number
  readonly min: number
  readonly max: number
  /** G1 and G2, the forms of SPSS, SAS and jamovi; undefined for fewer than 3 or 4 values or no spread. */
  readonly skewness?: number
  readonly kurtosis?: number
}

/**
 * Location, spread and shape of one variable, unweighted, from how often each value occurs. The
 * interval is mean ± t(.975, n − 1)·se; quantiles are type 7; skewness and excess kurtosis are the adjusted
 * Fisher–Pearson forms (type 2).
 * @throws notDefined with fewer than two values.
 * @see Joanes & Gill (1998), The Statistician 47, 183–189, https://doi.org/10.1111/1467-9884.00122
 * @example descriptives(distributionOfValues([1, 2, 3, NaN])).mean // => 2
 */
export const descriptives = (distribution: Distribution): Descriptives => {
  const { n, values } = distribution
  if (n < 2) throw notDefined({ method: 'descriptives', reason: 'fewer than two values' })
  const mean = meanBy(distribution)
  const variance = varianceBy(distribution)
  const se = Math.sqrt(variance / n)
  const reach = tUpperQuantile(0.025, n - 1) * se
  return {
    n,
    mean,
    sd: Math.sqrt(variance),
    variance,
    se,
    meanLow: mean - reach,
    meanHigh: mean + reach,
    median: quantileBy(distribution, 0.5),
    q25: quantileBy(distribution, 0.25),
    q75: quantileBy(distribution, 0.75),
    min: values[0] as number,
    max: values.at(-1) as number,
    ...shapeOf(distribution, variance),
  }
}

const shapeOf = (distribution: Distribution, variance: number) => {
  const { n } = distribution
  if (variance === 0 || n < 3) return {}
  const m2 = centralSumBy(distribution, 2) / n
  const g1 = centralSumBy(distribution, 3) / n / m2 ** 1.5
  const skewness = (g1 * Math.sqrt(n * (n - 1))) / (n - 2)
  if (n < 4) return { skewness }
  const g2 = centralSumBy(distribution, 4) / n / m2 ** 2 - 3
  const kurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6)
  return { skewness, kurtosis }
}
