import betainc from '@stdlib/math-base-special-betainc'
import betaincinv from '@stdlib/math-base-special-betaincinv'
import erfc from '@stdlib/math-base-special-erfc'
import erfcinv from '@stdlib/math-base-special-erfcinv'
import gammainc from '@stdlib/math-base-special-gammainc'
import gammaincinv from '@stdlib/math-base-special-gammaincinv'
import gammaln from '@stdlib/math-base-special-gammaln'
import { MANY_DF, noncentralTail } from './noncentral-t-tail.ts'
import { LARGE_DF, studentTail } from './student-tail.ts'

/** Upper tails and their inverses; small probabilities keep their digits because nothing is taken from 1. */

/** P(Z > z) of the standard normal distribution. */
export const normalUpper = (z: number): number => 0.5 * erfc(z / Math.SQRT2)

/** P(Z < z). */
export const normalLower = (z: number): number => 0.5 * erfc(-z / Math.SQRT2)

/** The z with P(Z > z) = p. */
export const normalUpperQuantile = (p: number): number => Math.SQRT2 * erfcinv(2 * p)

/** P(|T| > |t|) of Student's t with `df` degrees of freedom. */
export const tTwoSided = (t: number, df: number): number => {
  if (df >= LARGE_DF) return studentTail(t, df)
  return t * t < df
    ? betainc((t * t) / (df + t * t), 0.5, df / 2, true, true)
    : betainc(df / (df + t * t), df / 2, 0.5, true, false)
}

/** The t with P(T > t) = p. */
export const tUpperQuantile = (p: number, df: number): number => {
  if (p === 0.5) return 0
  if (p > 0.5) return -tUpperQuantile(1 - p, df)
  if (p < 0.25) {
    const x = betaincinv(2 * p, df / 2, 0.5, false)
    return Math.sqrt((df * (1 - x)) / x)
  }
  const x = betaincinv(2 * p, 0.5, df / 2, true)
  return Math.sqrt((df * x) / (1 - x))
}

/** P(X > x) of χ² with `df` degrees of freedom. */
export const chiSquareUpper = (x: number, df: number): number => gammainc(x / 2, df / 2, true, true)

/** The x with P(X > x) = p. */
export const chiSquareUpperQuantile = (p: number, df: number): number =>
  2 * gammaincinv(p, df / 2, true)

/** P(F > f) with `df1` and `df2` degrees of freedom. */
export const fUpper = (f: number, df1: number, df2: number): number =>
  df1 * f > df2
    ? betainc(df2 / (df2 + df1 * f), df2 / 2, df1 / 2, true, false)
    : betainc((df1 * f) / (df2 + df1 * f), df1 / 2, df2 / 2, true, true)

/** The f with P(F > f) = p. */
export const fUpperQuantile = (p: number, df1: number, df2: number): number => {
  const x = betaincinv(p, df2 / 2, df1 / 2, false)
  if (x > 0.5) {
    const y = betaincinv(p, df1 / 2, df2 / 2, true)
    return (df2 * y) / (df1 * (1 - y))
  }
  return (df2 * (1 - x)) / (df1 * x)
}

/** P(X < x) of the beta distribution. */
export const betaLower = (x: number, a: number, b: number): number => betainc(x, a, b, true, false)

/**
 * P(T ≤ t) of the noncentral t with noncentrality `delta`: Lenth's series with incomplete beta functions.
 * @see Lenth (1989), Applied Statistics 38, 185–189 (AS 243), https://doi.org/10.2307/2347693
 */
export const noncentralTLower = (t: number, df: number, delta: number): number => {
  if (df >= MANY_DF) return noncentralTail(t, df, delta)
  if (t < 0) return 1 - noncentralTLower(-t, df, -delta)
  const x = (t * t) / (t * t + df)
  const half = (delta * delta) / 2
  // Poisson weights are summed outwards from their mode, so that neither end underflows.
  const mode = Math.floor(half)
  const logWeight = (j: number, shape: number) => -half + j * Math.log(half) - gammaln(j + shape)
  const term = (j: number) => {
    const p = half === 0 ? Number(j === 0) : Math.exp(logWeight(j, 1))
    const q = half === 0 ? 0 : (delta / Math.SQRT2) * Math.exp(logWeight(j, 1.5))
    return p * betainc(x, j + 0.5, df / 2, true, false) + q * betainc(x, j + 1, df / 2, true, false)
  }
  let sum = 0
  if (x > 0) {
    for (let j = mode; j >= 0; j--) {
      const add = term(j)
      sum += add
      if (Math.abs(add) < 1e-18 && mode - j > 20) break
    }
    for (let j = mode + 1; j < mode + 2000; j++) {
      const add = term(j)
      sum += add
      if (Math.abs(add) < 1e-18 && j - mode > 20) break
    }
  }
  return Math.min(1, Math.max(0, normalUpper(delta) + 0.5 * sum))
}

/** ln Γ(x). */
export const logGamma = (x: number): number => gammaln(x)
