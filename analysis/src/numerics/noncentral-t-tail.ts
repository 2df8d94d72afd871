import erfc from '@stdlib/math-base-special-erfc'

/** From so many degrees of freedom on a sum over the standard deviation is quicker than the series, and as exact. */
export const MANY_DF = 1000

/** Standard deviations of s to each side, and the step of the sum. */
const REACH = 9
const STEP = 0.2

/**
 * P(T ≤ t) of the noncentral t with many degrees of freedom: the mean of Φ(t·s − δ) over s = √(χ²/df), which lies within a
 * hair of 1. The sum of equal steps converges faster than any power of the step; its weights are made to add to 1.
 * @see Trefethen & Weideman (2014), SIAM Review 56, 385–458, https://doi.org/10.1137/130932132
 */
export const noncentralTail = (t: number, df: number, delta: number): number => {
  const spread = 1 / Math.sqrt(2 * df)
  let [sum, total] = [0, 0]
  for (let u = -REACH; u <= REACH; u += STEP) {
    const v = u * spread
    const log = Math.log1p(v)
    const weight = Math.exp(df * (log - v - (v * v) / 2) - log)
    total += weight
    sum += weight * 0.5 * erfc((delta - t * (1 + v)) / Math.SQRT2)
  }
  return sum / total
}
