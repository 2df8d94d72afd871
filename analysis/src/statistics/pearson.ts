import { notDefined } from '../problems.ts'
import { meanOf, type Numbers, sumOf } from './numbers.ts'

/**
 * Pearson's product-moment correlation of values without missing ones, by sums around the means.
 * @throws notDefined if a side is constant or there are fewer than two pairs.
 * @see Pearson (1895), Proceedings of the Royal Society 58, 240–242
 */
export const pearson = (x: Numbers, y: Numbers): number => {
  const around = (values: Numbers) => {
    const mean = meanOf(values)
    return Float64Array.from(values, (value) => value - mean)
  }
  const [dx, dy] = [around(x), around(y)]
  const [sx, sy] = [dx, dy].map((d) => sumOf(d.map((value) => value * value))) as [number, number]
  if (x.length < 2 || !(sx > 0 && sy > 0))
    throw notDefined({ method: 'correlation', reason: 'a variable is constant, or has one value' })
  const r = sumOf(dx.map((value, i) => value * (dy[i] as number))) / Math.sqrt(sx) / Math.sqrt(sy)
  return Math.min(1, Math.max(-1, r))
}
