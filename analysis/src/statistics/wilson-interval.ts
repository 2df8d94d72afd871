import { normalUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'

export type Interval = readonly [low: number, high: number]

const Z = normalUpperQuantile(0.025)

/**
 * Wilson's score interval (95 %) of a share, without continuity correction. `n` may be an effective sample
 * size and need not be whole.
 * @throws notDefined for n ≤ 0.
 * @see Wilson (1927), JASA 22, 209–212, https://doi.org/10.1080/01621459.1927.10502953
 * @example wilsonInterval(0.5, 16) // => [0.27…, 0.72…]
 */
export const wilsonInterval = (share: number, n: number): Interval => {
  if (!(n > 0)) throw notDefined({ method: 'wilson-interval', reason: 'no answers' })
  const z2 = Z * Z
  const centre = share + z2 / (2 * n)
  const reach = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return [
    share === 0 ? 0 : Math.max(0, (centre - reach) / (1 + z2 / n)),
    share === 1 ? 1 : Math.min(1, (centre + reach) / (1 + z2 / n)),
  ]
}
