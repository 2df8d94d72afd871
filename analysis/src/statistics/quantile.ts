import type { Numbers } from './numbers.ts'

/**
 * Sample quantile of Hyndman and Fan's type 7, as in R and Excel: linear between order statistics at
 * h = (n − 1)·p. `values` without missing ones, in any order.
 * @see Hyndman & Fan (1996), The American Statistician 50, 361–365, https://doi.org/10.2307/2684934
 * @example quantile([1, 2, 3, 4], 0.5) // => 2.5
 */
export const quantile = (values: Numbers, p: number): number => {
  const sorted = Float64Array.from(values).sort()
  const h = (sorted.length - 1) * p
  const below = Math.floor(h)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (h - below) * (high - low)
}
