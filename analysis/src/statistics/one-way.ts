import { notDefined } from '../problems.ts'
import { meanOf, sumOf, sumOfSquares, varianceOf } from './numbers.ts'

/** Sums of squares and degrees of freedom between and within groups. */
export type OneWay = {
  readonly n: number
  readonly means: readonly number[]
  readonly ss: readonly [between: number, within: number]
  readonly df: readonly [between: number, within: number]
}

/**
 * Analysis of variance of one factor; deviations are taken from the mean before they are squared.
 * @throws notDefined with fewer than two groups with values, or no more values than groups.
 * @see Fisher (1925), Statistical Methods for Research Workers, ch. 7
 */
export const oneWay = (groups: readonly Float64Array[]): OneWay => {
  const k = groups.length
  const n = groups.reduce((sum, { length }) => sum + length, 0)
  if (k < 2 || groups.some(({ length }) => length === 0))
    throw notDefined({ method: 'anova', reason: 'fewer than two groups have values' })
  if (n <= k) throw notDefined({ method: 'anova', reason: 'no group has more than one value' })
  // All values are moved by the same number first, so that the group means keep their digits.
  const centre = meanOf(groups[0] as Float64Array)
  const moved = groups.map((values) => values.map((value) => value - centre))
  const means = moved.map((values) => meanOf(values))
  const grand = sumOf(moved.flatMap((values) => [...values])) / n
  const between = sumOf(
    moved.map((values, i) => values.length * ((means[i] as number) - grand) ** 2),
  )
  return {
    n,
    means: means.map((mean) => mean + centre),
    ss: [between, sumOf(moved.map(sumOfSquares))],
    df: [k - 1, n - k],
  }
}

/** F of a one-way analysis of deviations from each group's centre, made absolute: Levene's test. */
export const deviations = (
  groups: readonly Float64Array[],
  centreOf: (values: Float64Array) => number,
): OneWay =>
  oneWay(
    groups.map((values) => {
      const centre = centreOf(values)
      return values.map((value) => Math.abs(value - centre))
    }),
  )

/**
 * Welch's F of means with variances of their own.
 * @throws notDefined if a group has fewer than two values or no spread.
 * @see Welch (1951), Biometrika 38, 330–336, https://doi.org/10.1093/biomet/38.3-4.330
 */
export const welchF = (
  groups: readonly Float64Array[],
): { readonly f: number; readonly df: readonly [number, number] } => {
  if (groups.length < 2 || groups.some((values) => values.length < 2 || !(varianceOf(values) > 0)))
    throw notDefined({
      method: 'welch-anova',
      reason: 'a group has fewer than two values, or no spread',
    })
  const k = groups.length
  const weights = groups.map((values) => values.length / varianceOf(values))
  const whole = sumOf(weights)
  const means = groups.map((values) => meanOf(values))
  const grand = sumOf(weights.map((weight, i) => weight * (means[i] as number))) / whole
  const lack =
    sumOf(
      weights.map(
        (weight, i) => (1 - weight / whole) ** 2 / ((groups[i] as Float64Array).length - 1),
      ),
    ) /
    (k * k - 1)
  const f =
    sumOf(weights.map((weight, i) => weight * ((means[i] as number) - grand) ** 2)) /
    ((k - 1) * (1 + 2 * (k - 2) * lack))
  return { f, df: [k - 1, 1 / (3 * lack)] }
}

/**
 * Bartlett's K² of equal variances.
 * @see Bartlett (1937), Proceedings of the Royal Society A 160, 268–282
 */
export const bartlett = (groups: readonly Float64Array[]): number | undefined => {
  const variances = groups.map((values) => (values.length > 1 ? varianceOf(values) : 0))
  if (variances.some((variance) => !(variance > 0))) return undefined
  const k = groups.length
  const dfs = groups.map(({ length }) => length - 1)
  const df = sumOf(dfs)
  const pooled = sumOf(variances.map((variance, i) => variance * (dfs[i] as number))) / df
  const above =
    df * Math.log(pooled) - sumOf(variances.map((v, i) => (dfs[i] as number) * Math.log(v)))
  return above / (1 + (sumOf(dfs.map((own) => 1 / own)) - 1 / df) / (3 * (k - 1)))
}
