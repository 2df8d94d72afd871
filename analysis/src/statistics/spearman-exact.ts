import { normalUpper } from '../numerics/distributions.ts'

/** Up to this number of pairs all orders are counted. */
const COUNTED_UP_TO = 9

/**
 * Exact two-sided p of Spearman's rho without ties, as R's `cor.test(method = "spearman")`: up to nine pairs by counting
 * all orders, above by an Edgeworth series of the sum of squared differences of ranks.
 * @see Best & Roberts (1975), Applied Statistics 24, 377–379 (AS 89), https://doi.org/10.2307/2347111
 */
export const spearmanExactP = (rho: number, n: number): number => {
  const greatest = (n * (n * n - 1)) / 3
  // Without ties the sum is a whole, even number.
  const sum = 2 * Math.round(((1 - rho) * greatest) / 4)
  const p = sum > greatest / 2 ? upper(sum - 1, n) : 1 - upper(sum + 1, n)
  return Math.min(1, 2 * p)
}

/** P(S ≥ sum) of the sum S of squared differences of ranks. */
const upper = (sum: number, n: number): number => {
  const greatest = (n * (n * n - 1)) / 3
  const least = 2 * Math.ceil(sum / 2)
  if (least <= 0) return 1
  if (least > greatest) return 0
  return n <= COUNTED_UP_TO ? counted(least, n) : edgeworth(least, n)
}

const counted = (least: number, n: number): number => {
  // ways[set] = how many orders of the first ranks use this set of partners, by their sum of squares
  let ways = new Map<number, Map<number, number>>([[0, new Map([[0, 1]])]])
  for (let rank = 0; rank < n; rank++) {
    const next = new Map<number, Map<number, number>>()
    for (const [set, sums] of ways)
      for (let other = 0; other < n; other++) {
        if (set & (1 << other)) continue
        const to = next.get(set | (1 << other)) ?? new Map<number, number>()
        next.set(set | (1 << other), to)
        const square = (rank - other) ** 2
        for (const [sum, count] of sums) to.set(sum + square, (to.get(sum + square) ?? 0) + count)
      }
    ways = next
  }
  let [all, above] = [0, 0]
  for (const [sum, count] of ways.get(2 ** n - 1) ?? []) {
    all += count
    if (sum >= least) above += count
  }
  return above / all
}

const edgeworth = (least: number, n: number): number => {
  const b = 1 / n
  const x = (6 * (least - 1) * b) / (n * n - 1) - 1
  const scaled = x * Math.sqrt(1 / b - 1)
  const y = scaled * scaled
  const u =
    scaled *
    b *
    (0.2274 +
      b * (0.2531 + 0.1745 * b) +
      y *
        (-0.0758 +
          b * (0.1033 + 0.3932 * b) -
          y *
            b *
            (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))))
  return Math.min(1, Math.max(0, u / Math.exp(y / 2) + normalUpper(scaled)))
}
