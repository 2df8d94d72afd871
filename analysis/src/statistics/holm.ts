/**
 * Holm's step-down adjustment of p values for several tests at once; in the order given.
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65–70
 * @example holm([0.01, 0.04, 0.03]) // => [0.03, 0.06, 0.06]
 */
export const holm = (ps: readonly number[]): readonly number[] => {
  const order = ps.map((p, place) => ({ p, place })).sort((a, b) => a.p - b.p)
  const adjusted = new Array<number>(ps.length).fill(1)
  let largest = 0
  order.forEach(({ p, place }, rank) => {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * p))
    adjusted[place] = largest
  })
  return adjusted
}
