import { notDefined } from '../problems.ts'
import type { Numbers } from './numbers.ts'
import { wilsonInterval } from './wilson-interval.ts'

export type WeightedQuantile = {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Weighted quantile: the smallest value with at least the share `p` of the weight at or below it. The 95 %
 * interval is Woodruff's: Wilson's interval of the share at `nEff`, read back on the values.
 * Missing values (NaN) are left out.
 * @throws notDefined if nobody has a value.
 * @see Woodruff (1952), JASA 47, 635–646, https://doi.org/10.1080/01621459.1952.10483443
 * @example weightedQuantile([1, 2, 3], { weights: [1, 1, 2], nEff: 3 }, 0.5).value // => 2
 */
export const weightedQuantile = (
  values: Numbers,
  { weights, nEff }: { readonly weights: Numbers; readonly nEff: number },
  p: number,
): WeightedQuantile => {
  const pairs = Array.from(values, (value, i) => ({ value, weight: weights[i] as number }))
    .filter(({ value, weight }) => !Number.isNaN(value) && weight > 0)
    .sort((a, b) => a.value - b.value)
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0)
  if (pairs.length === 0)
    throw notDefined({ method: 'weighted-quantile', reason: 'nobody has a value' })
  const at = (share: number) => {
    let below = 0
    for (const { value, weight } of pairs) {
      below += weight
      if (below >= share * total * (1 - 1e-12)) return value
    }
    return pairs.at(-1)?.value as number
  }
  const [low, high] = wilsonInterval(p, nEff)
  return { value: at(p), low: at(low), high: at(high) }
}
