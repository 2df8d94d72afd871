/** Chance that repeats itself (mulberry32): the same data give the same verdict. */
export const chanceOf = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A random order of the numbers of each cell among themselves (Fisher and Yates). */
export const shuffledWithin = (
  cells: readonly (readonly number[])[],
  size: number,
  chance: () => number,
): Int32Array => {
  const order = Int32Array.from({ length: size }, (_, i) => i)
  for (const cell of cells)
    for (let i = cell.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1))
      const [a, b] = [cell[i] as number, cell[j] as number]
      const kept = order[a] as number
      order[a] = order[b] as number
      order[b] = kept
    }
  return order
}

const ENOUGH = 30

/**
 * How often chance alone is as good as what was reached, one-sided: (1 + times) / (1 + tries), or, once chance was as good
 * often enough to be sure, times / tries so far (Besag and Clifford). `score` is the best of all attempts at once, so that
 * trying many is paid for (maxT of Westfall and Young).
 */
export const chanceToReach = (
  score: (order: Int32Array) => number,
  {
    cells,
    size,
    tries,
    seed,
  }: {
    readonly cells: readonly (readonly number[])[]
    readonly size: number
    readonly tries: number
    readonly seed: number
  },
): { readonly reached: number; readonly expected: number; readonly p: number } => {
  const reached = score(Int32Array.from({ length: size }, (_, i) => i))
  const chance = chanceOf(seed)
  let [asGood, sum] = [0, 0]
  for (let i = 0; i < tries; i++) {
    const one = score(shuffledWithin(cells, size, chance))
    sum += one
    if (one >= reached - 1e-12) asGood += 1
    if (asGood === ENOUGH) return { reached, expected: sum / (i + 1), p: asGood / (i + 1) }
  }
  return { reached, expected: sum / tries, p: (1 + asGood) / (1 + tries) }
}

/** Ranks from 0, ties in the middle of their places. */
export const ranksOf = (values: readonly (string | number)[]): Float64Array => {
  const order = values
    .map((value, i) => ({ value, i }))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1
    for (let k = start; k < end; k++) ranks[order[k]?.i as number] = (start + end - 1) / 2
    start = end
  }
  return ranks
}
