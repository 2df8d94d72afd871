import { notDefined } from '../problems.ts'

/**
 * Kendall's tau-b, and z of the asymptotic test with its variance corrected for ties; values without missing ones.
 * Pairs are counted by a Fenwick tree, in n log n.
 * @throws notDefined if a side is constant or there are fewer than three pairs.
 * @see Kendall (1970), Rank Correlation Methods, 4th ed., ch. 3 and 4
 */
export const kendall = (
  x: Float64Array,
  y: Float64Array,
): { readonly tau: number; readonly z: number } => {
  const n = x.length
  const places = new Map(
    [...new Set(Float64Array.from(y).sort())].map((value, i) => [value, i + 1]),
  )
  const tree = new Float64Array(places.size + 1)
  const add = (place: number) => {
    for (let i = place; i < tree.length; i += i & -i) tree[i] = (tree[i] as number) + 1
  }
  const upTo = (place: number) => {
    let sum = 0
    for (let i = place; i > 0; i -= i & -i) sum += tree[i] as number
    return sum
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => (x[i] as number) - (x[j] as number),
  )
  let s = 0
  for (let from = 0; from < n; ) {
    let to = from
    while (to < n && x[order[to] as number] === x[order[from] as number]) to += 1
    const group = order.slice(from, to).map((i) => places.get(y[i] as number) as number)
    for (const place of group) s += upTo(place - 1) - (from - upTo(place))
    for (const place of group) add(place)
    from = to
  }
  const sums = (values: Float64Array) => {
    const sizes = new Map<number, number>()
    for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1)
    let [pairs, triples, spread] = [0, 0, 0]
    for (const t of sizes.values()) {
      pairs += t * (t - 1)
      triples += t * (t - 1) * (t - 2)
      spread += t * (t - 1) * (2 * t + 5)
    }
    return { pairs, triples, spread }
  }
  const [tx, ty] = [sums(x), sums(y)]
  const all = n * (n - 1)
  if (n < 3 || tx.pairs === all || ty.pairs === all)
    throw notDefined({ method: 'correlation', reason: 'a variable is constant, or has few values' })
  const variance =
    (all * (2 * n + 5) - tx.spread - ty.spread) / 18 +
    (tx.pairs * ty.pairs) / (2 * all) +
    (tx.triples * ty.triples) / (9 * all * (n - 2))
  return {
    tau: s / Math.sqrt(((all - tx.pairs) / 2) * ((all - ty.pairs) / 2)),
    z: s / Math.sqrt(variance),
  }
}
