import type { Distribution } from '../columns/distribution.ts'
import { orderStatistic } from './distribution-moments.ts'
import type { Numbers } from './numbers.ts'

export type QuantileType = 2 | 6 | 7

/**
 * Sample quantile after Hyndman and Fan, `values` without missing ones, in any order. Type 7 (R, Excel): linear between
 * order statistics at h = (n − 1)·p; type 6 (SPSS, Minitab): at (n + 1)·p; type 2 (SAS): the inverse of the empirical
 * distribution, averaged where it jumps.
 * @see Hyndman & Fan (1996), The American Statistician 50, 361–365, https://doi.org/10.2307/2684934
 * @example quantile([1, 2, 3, 4], 0.5) // => 2.5
 */
export const quantile = (values: Numbers, p: number, type: QuantileType = 7): number => {
  const sorted = Float64Array.from(values).sort()
  return quantileAt((place) => sorted[place] as number, sorted.length, { p, type })
}

/** The same of values of which each occurs several times. */
export const quantileBy = (distribution: Distribution, p: number, type: QuantileType = 7): number =>
  quantileAt(orderStatistic(distribution), distribution.n, { p, type })

const quantileAt = (
  valueAt: (place: number) => number,
  n: number,
  { p, type }: { readonly p: number; readonly type: QuantileType },
): number => {
  const at = (place: number) => valueAt(Math.min(Math.max(place, 0), n - 1))
  if (type === 2) {
    const h = n * p
    const whole = Math.round(h)
    if (Math.abs(h - whole) < 4 * Number.EPSILON * Math.max(1, h))
      return (at(whole - 1) + at(whole)) / 2
    return at(Math.ceil(h) - 1)
  }
  const exact = type === 7 ? (n - 1) * p : (n + 1) * p - 1
  const whole = Math.round(exact)
  const h = Math.abs(exact - whole) < 4 * Number.EPSILON * Math.max(1, exact) ? whole : exact
  const below = Math.floor(h)
  return at(below) + (h - below) * (at(below + 1) - at(below))
}
