import betainc from '@stdlib/math-base-special-betainc'
import betaincinv from '@stdlib/math-base-special-betaincinv'
import { logGamma } from '../numerics/distributions.ts'

/** P(X ≤ k) of a binomial distribution. */
export const binomialLower = (k: number, n: number, p: number): number =>
  k < 0 ? 0 : k >= n ? 1 : betainc(p, k + 1, n - k, true, true)

/** P(X ≥ k). */
export const binomialUpper = (k: number, n: number, p: number): number =>
  k <= 0 ? 1 : k > n ? 0 : betainc(p, k, n - k + 1, true, false)

/** P(X = k). */
export const binomialDensity = (k: number, n: number, p: number): number => {
  if (p === 0 || p === 1) return Number(k === n * p)
  const log = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  return Math.exp(log + k * Math.log(p) + (n - k) * Math.log1p(-p))
}

/**
 * Exact two-sided p of x in n under `p`: the outcomes that are not more likely than the observed one.
 * @see Clopper & Pearson (1934), Biometrika 26, 404–413, for the interval below
 */
export const binomialTest = (x: number, n: number, p = 0.5): number => {
  const limit = binomialDensity(x, n, p) * (1 + 1e-7)
  const mean = n * p
  if (x === mean) return 1
  const other = (from: number, to: number) => {
    let count = 0
    for (let k = from; k <= to; k++) if (binomialDensity(k, n, p) <= limit) count += 1
    return count
  }
  if (x < mean) {
    const far = other(Math.ceil(mean), n)
    return Math.min(1, binomialLower(x, n, p) + binomialUpper(n - far + 1, n, p))
  }
  const far = other(0, Math.floor(mean))
  return Math.min(1, binomialUpper(x, n, p) + binomialLower(far - 1, n, p))
}

/** The x with P(B ≤ x) = p of the beta distribution. */
export const betaQuantile = (p: number, a: number, b: number): number => betaincinv(p, a, b, false)

/** Clopper and Pearson's exact interval. */
export const clopperPearson = (x: number, n: number, confidence = 0.95): [number, number] => {
  const tail = (1 - confidence) / 2
  return [
    x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    x === n ? 1 : 1 - betaQuantile(tail, n - x, x + 1),
  ]
}
