import { fUpper, tTwoSided, tUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import type { Summary } from './distribution-moments.ts'

export type TTest = {
  readonly t: number
  readonly df: number
  readonly p: number
  readonly ci95: readonly [number, number]
  readonly stderr: number
}

/** Student's t of an estimate with its standard error, against `mu`. */
export const tOf = (
  { estimate, stderr, df }: { estimate: number; stderr: number; df: number },
  { mu = 0, confidence = 0.95 }: { mu?: number; confidence?: number } = {},
): TTest => {
  if (!(stderr > 0)) throw notDefined({ method: 't-test', reason: 'the values have no spread' })
  const t = (estimate - mu) / stderr
  const reach = tUpperQuantile((1 - confidence) / 2, df) * stderr
  return { t, df, p: tTwoSided(t, df), ci95: [estimate - reach, estimate + reach], stderr }
}

/** P(T > t), one-sided. */
export const tUpper = (t: number, df: number): number =>
  t >= 0 ? tTwoSided(t, df) / 2 : 1 - tTwoSided(t, df) / 2

/** P(T < t), one-sided. */
export const tLower = (t: number, df: number): number => tUpper(-t, df)

/** @throws notDefined with fewer than two values. */
export const atLeastTwo = (method: string, ...groups: readonly Pick<Summary, 'n'>[]): void => {
  if (groups.some(({ n }) => n < 2))
    throw notDefined({ method, reason: 'a group has fewer than two values' })
}

/** Standard error and degrees of freedom of the difference of two means under one variance. */
export const pooledError = (x: Summary, y: Summary) => {
  const [n1, n2] = [x.n, y.n]
  const df = n1 + n2 - 2
  const variance = ((n1 - 1) * x.variance + (n2 - 1) * y.variance) / df
  return { stderr: Math.sqrt(variance) * Math.sqrt(1 / n1 + 1 / n2), df }
}

/**
 * The same under two variances, by Welch and Satterthwaite.
 * @see Welch (1947), Biometrika 34, 28–35, https://doi.org/10.1093/biomet/34.1-2.28
 */
export const welchError = (x: Summary, y: Summary) => {
  const [v1, v2] = [x.variance / x.n, y.variance / y.n]
  return {
    stderr: Math.sqrt(v1 + v2),
    df: (v1 + v2) ** 2 / (v1 ** 2 / (x.n - 1) + v2 ** 2 / (y.n - 1)),
  }
}

/** Two-sided p of the ratio of two variances; undefined where one of them is 0. */
export const varianceRatioP = (x: Summary, y: Summary): number | undefined => {
  const [v1, v2] = [x.variance, y.variance]
  if (!(v1 > 0 && v2 > 0)) return undefined
  const [df1, df2] = [x.n - 1, y.n - 1]
  return Math.min(1, 2 * Math.min(fUpper(v1 / v2, df1, df2), fUpper(v2 / v1, df2, df1)))
}

export const meanDifference = (x: Summary, y: Summary): number => x.mean - y.mean
