import { tTwoSided, tUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { meanOf, type Numbers, presentIn, varianceOf } from './numbers.ts'

export type WelchTTest = {
  /** Mean of the first group minus mean of the second, in the unit of the variable. */
  readonly difference: number
  readonly differenceLow: number
  readonly differenceHigh: number
  readonly t: number
  readonly df: number
  readonly p: number
  readonly n: readonly [number, number]
  readonly means: readonly [number, number]
  readonly sds: readonly [number, number]
}

/**
 * Difference of two means with unequal variances: Welch's t, Welch–Satterthwaite degrees of freedom, two-sided
 * p and the 95 % interval of the difference. Missing values (NaN) are left out.
 * @throws notDefined if a group has fewer than two values, or neither has any spread.
 * @see Welch (1947), Biometrika 34, 28–35, https://doi.org/10.1093/biomet/34.1-2.28
 * @example welchTTest([1, 2, 3], [2, 3, 4]).difference // => -1
 */
export const welchTTest = (first: Numbers, second: Numbers): WelchTTest => {
  const [a, b] = [presentIn(first), presentIn(second)]
  if (a.length < 2 || b.length < 2)
    throw notDefined({ method: 'welch-t-test', reason: 'a group has fewer than two values' })
  const [va, vb] = [varianceOf(a) / a.length, varianceOf(b) / b.length]
  const se = Math.sqrt(va + vb)
  if (se === 0) throw notDefined({ method: 'welch-t-test', reason: 'neither group has any spread' })
  const df = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1))
  const difference = meanOf(a) - meanOf(b)
  const reach = tUpperQuantile(0.025, df) * se
  return {
    difference,
    differenceLow: difference - reach,
    differenceHigh: difference + reach,
    t: difference / se,
    df,
    p: tTwoSided(difference / se, df),
    n: [a.length, b.length],
    means: [meanOf(a), meanOf(b)],
    sds: [Math.sqrt(varianceOf(a)), Math.sqrt(varianceOf(b))],
  }
}
