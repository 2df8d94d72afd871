import { notDefined } from '../problems.ts'
import { hedgesJ, noncentralInterval } from './effect-sizes.ts'
import { meanOf, type Numbers, presentIn, varianceOf } from './numbers.ts'

/**
 * Hedges' g, the difference of two means in pooled standard deviations, corrected for small samples with the
 * exact J (gamma functions); the 95 % interval is J times that of d, found by turning the noncentral t.
 * @throws notDefined if a group has fewer than two values, or neither has any spread.
 * @see Hedges (1981), Journal of Educational Statistics 6, 107–128, https://doi.org/10.3102/10769986006002107
 */
export const hedgesG = (first: Numbers, second: Numbers) => {
  const [a, b] = [presentIn(first), presentIn(second)]
  const df = a.length + b.length - 2
  if (a.length < 2 || b.length < 2)
    throw notDefined({ method: 'hedges-g', reason: 'a group has fewer than two values' })
  const pooled = Math.sqrt((varianceOf(a) * (a.length - 1) + varianceOf(b) * (b.length - 1)) / df)
  if (pooled === 0) throw notDefined({ method: 'hedges-g', reason: 'neither group has any spread' })
  const d = (meanOf(a) - meanOf(b)) / pooled
  const perD = Math.sqrt((a.length * b.length) / (a.length + b.length))
  const t = d * perD
  const j = hedgesJ(df)
  const [low, high] = noncentralInterval(t, df)
  return {
    g: j * d,
    gLow: (j * low) / perD,
    gHigh: (j * high) / perD,
    d,
  }
}
