import { meanOf, type Numbers, sumOf } from './numbers.ts'

/**
 * Trims weights to `low` … `high` times their mean and spreads what was cut over the others in proportion, until
 * all are inside; the sum stays the same.
 * @see Izrael, Battaglia & Frankel (2009), Extreme survey weight adjustment as a component of sample balancing
 * @example trimWeights([1, 2, 1], { low: 0.3, high: 3 }).trimmed // => 0
 */
export const trimWeights = (
  weights: Numbers,
  { low, high }: { readonly low: number; readonly high: number },
): { readonly weights: Float64Array; readonly trimmed: number } => {
  const mean = meanOf(weights)
  const total = sumOf(weights)
  const [least, most] = [low * mean, high * mean]
  const result = Float64Array.from(weights)
  const bound = new Set<number>()
  for (;;) {
    let found = false
    for (let i = 0; i < result.length; i++) {
      const weight = result[i] as number
      const inside = Math.min(most, Math.max(least, weight))
      if (Math.abs(inside - weight) > 1e-12 * mean && !bound.has(i)) {
        result[i] = inside
        bound.add(i)
        found = true
      }
    }
    if (!found || bound.size === result.length) return { weights: result, trimmed: bound.size }
    let fixed = 0
    for (const i of bound) fixed += result[i] as number
    let free = 0
    for (let i = 0; i < result.length; i++) if (!bound.has(i)) free += result[i] as number
    const factor = (total - fixed) / free
    for (let i = 0; i < result.length; i++)
      if (!bound.has(i)) result[i] = (result[i] as number) * factor
  }
}
