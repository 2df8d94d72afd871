import { notDefined } from '../problems.ts'

/**
 * Trims weights to `low` … `high` and spreads what was cut evenly over those that were inside; with `strict` again until
 * all are inside. The sum stays the same.
 * @throws notDefined if nobody is inside to take what was cut.
 * @see Lumley, R package survey, trimWeights
 */
export const trimStrictly = (
  given: Float64Array,
  { low, high, strict }: { readonly low: number; readonly high: number; readonly strict: boolean },
): { readonly weights: Float64Array; readonly trimmed: number } => {
  let weights = given
  const touched = new Set<number>()
  for (;;) {
    const outside = weights.map((weight) =>
      Number(weight < low * (1 - 1e-15) || weight > high * (1 + 1e-15)),
    )
    const count = outside.reduce((sum, value) => sum + value, 0)
    if (count === 0) return { weights, trimmed: touched.size }
    if (count === weights.length)
      throw notDefined({ method: 'weights-trim', reason: 'every weight is outside the bounds' })
    const cut = weights.map((weight) => Math.min(high, Math.max(low, weight)))
    const share =
      weights.reduce((sum, weight, i) => sum + weight - (cut[i] as number), 0) /
      (weights.length - count)
    outside.forEach((value, i) => {
      if (value === 1) touched.add(i)
    })
    weights = cut.map((weight, i) => (outside[i] === 1 ? weight : weight + share))
    if (!strict) return { weights, trimmed: touched.size }
    if (touched.size === weights.length)
      throw notDefined({
        method: 'weights-trim',
        reason: 'the bounds cannot be met with the same sum',
      })
  }
}
