import type { Numbers } from './numbers.ts'

/** Ranks from 1, equal values with the mean of theirs; and the sizes of groups of equal values. */
export const ranksOf = (
  values: Numbers,
): { readonly ranks: Float64Array; readonly ties: readonly number[] } => {
  const order = Array.from({ length: values.length }, (_, i) => i).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  )
  const ranks = new Float64Array(values.length)
  const ties: number[] = []
  for (let from = 0; from < order.length; ) {
    let to = from
    while (
      to + 1 < order.length &&
      values[order[to + 1] as number] === values[order[from] as number]
    )
      to += 1
    for (let i = from; i <= to; i++) ranks[order[i] as number] = (from + to) / 2 + 1
    ties.push(to - from + 1)
    from = to + 1
  }
  return { ranks, ties }
}

/** Σ (t³ − t) over groups of equal values. */
export const tieSum = (ties: readonly number[]): number =>
  ties.reduce((sum, t) => sum + t ** 3 - t, 0)

/**
 * Probabilities of the sum of doubled ranks of `size` of the units (any number of them, if `size` is undefined), each
 * choice being equally likely: the shift algorithm, with ties.
 * @see Streitberg & Röhmel (1986), Statistical Software Newsletter 12, 10–17
 */
export const rankSumDistribution = (ranks: Numbers, size?: number): Float64Array => {
  const doubled = Array.from(ranks, (rank) => Math.round(2 * rank))
  const total = doubled.reduce((a, b) => a + b, 0)
  if (size === undefined) {
    const shares = new Float64Array(total + 1)
    shares[0] = 1
    let reach = 0
    for (const rank of doubled) {
      for (let sum = reach + rank; sum >= 0; sum--)
        shares[sum] =
          ((shares[sum] as number) + (sum >= rank ? (shares[sum - rank] as number) : 0)) / 2
      reach += rank
    }
    return shares
  }
  // shares[k][s]: probability that k units are drawn among the first ones (binomially) with sum s.
  const shares = Array.from({ length: size + 1 }, () => new Float64Array(total + 1))
  ;(shares[0] as Float64Array)[0] = 1
  doubled.forEach((rank, i) => {
    for (let k = Math.min(size, i + 1); k >= 0; k--) {
      const row = shares[k] as Float64Array
      const before = shares[k - 1]
      for (let sum = total; sum >= 0; sum--)
        row[sum] =
          ((row[sum] as number) +
            (before !== undefined && sum >= rank ? (before[sum - rank] as number) : 0)) /
          2
    }
  })
  const row = shares[size] as Float64Array
  const whole = row.reduce((a, b) => a + b, 0)
  return row.map((share) => share / whole)
}

/** One-sided and two-sided probabilities of a sum of doubled ranks at least as far from its mean. */
export const tailsOf = (
  distribution: Float64Array,
  observed: number,
): { readonly less: number; readonly greater: number; readonly two: number } => {
  const mean = distribution.reduce((sum, share, value) => sum + share * value, 0)
  const centre = Math.round(2 * mean) / 2
  const far = Math.abs(observed - centre)
  let [less, greater, two] = [0, 0, 0]
  distribution.forEach((share, value) => {
    if (value <= observed) less += share
    if (value >= observed) greater += share
    if (Math.abs(value - centre) >= far) two += share
  })
  return { less: Math.min(1, less), greater: Math.min(1, greater), two: Math.min(1, two) }
}

/** Median of values in any order. */
export const medianOf = (values: Float64Array): number => {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/**
 * Where a falling step function that jumps at `places` (in any order) falls below zero; at an end if it never does.
 */
export const jumpOf = (f: (shift: number) => number, places: Float64Array): number => {
  const sorted = [...new Set(Float64Array.from(places).sort())]
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const after = ((sorted[middle] as number) + (sorted[middle + 1] as number)) / 2
    if (f(after) < 0) high = middle
    else low = middle + 1
  }
  return sorted[low] as number
}
