/** Neighbouring stretches of an axis with their counts: `edges` has one number more than `counts`. */
export type Bins = { readonly edges: readonly number[]; readonly counts: readonly number[] }

/**
 * Joins each bin that holds from one to `least − 1` with the smaller of its neighbours, the smallest such bin first, until
 * every bin holds `least` or nobody. If all together are fewer, one bin is left.
 *
 * @example mergedBins({ edges: [0, 1, 2, 3], counts: [2, 9, 8] }, 5) // => { edges: [0, 2, 3], counts: [11, 8] }
 */
export const mergedBins = ({ edges, counts }: Bins, least: number): Bins => {
  const small = counts
    .map((count, place) => ({ count, place }))
    .filter(({ count }) => count > 0 && count < least)
    .sort((a, b) => a.count - b.count || a.place - b.place)
  const [first] = small
  if (first === undefined || counts.length < 2) return { edges, counts }
  const left = counts[first.place - 1] ?? Number.POSITIVE_INFINITY
  const right = counts[first.place + 1] ?? Number.POSITIVE_INFINITY
  const from = left <= right ? first.place - 1 : first.place
  return mergedBins(
    {
      edges: edges.filter((_, i) => i !== from + 1),
      counts: counts.flatMap((count, i) =>
        i === from ? [count + (counts[i + 1] as number)] : i === from + 1 ? [] : [count],
      ),
    },
    least,
  )
}

/** How many values lie in each bin; the last edge belongs to the last bin, values outside count in none. */
export const countsIn = (
  values: ArrayLike<number>,
  edges: readonly number[],
): readonly number[] => {
  const counts = new Array<number>(edges.length - 1).fill(0)
  for (const value of Array.from(values)) {
    const next = edges.findIndex((edge) => edge > value)
    const place = next === -1 && value === edges.at(-1) ? counts.length - 1 : next - 1
    if (place >= 0) counts[place] = (counts[place] as number) + 1
  }
  return counts
}
