import type { Estimate } from '../result.ts'
import { kish } from '../statistics/kish.ts'
import { sumOf } from '../statistics/numbers.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'

/**
 * Weighted share of the ones among zeros and ones (NaN: not in the base), with Wilson's interval at the effective
 * sample size of the weights in the base. Undefined if the base is empty.
 */
export const weightedShare = (
  ones: Float64Array,
  weights: ArrayLike<number>,
):
  | (Omit<Extract<Estimate, { kind: 'share' }>, 'sensitive'> & { readonly nEff: number })
  | undefined => {
  const inside = [...ones.keys()].filter(
    (i) => !Number.isNaN(ones[i]) && (weights[i] as number) > 0,
  )
  if (inside.length === 0) return undefined
  const own = Float64Array.from(inside, (i) => weights[i] as number)
  const { nEff } = kish(own)
  const count = inside.filter((i) => ones[i] === 1).length
  const value =
    count === 0
      ? 0
      : count === inside.length
        ? 1
        : sumOf(inside.map((i) => (weights[i] as number) * (ones[i] as number))) / sumOf(own)
  const [low, high] = wilsonInterval(value, nEff)
  return { kind: 'share', value, low, high, base: inside.length, count, nEff }
}
