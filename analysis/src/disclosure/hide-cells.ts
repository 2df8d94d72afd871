/** Why a cell is empty: its own count is small, or it would give another one away. */
export type CellVerdict = 'shown' | 'few' | 'secondary'

/**
 * Decides which cells of a count table are hidden: those from 1 to `leastCount` − 1 (primary), and so many others
 * (secondary, the smallest first) that with all row and column sums known no primary cell can be computed. A
 * table of one column (row) has one sum only.
 *
 * A hidden cell can be computed exactly when it is a bridge of the graph whose nodes are the sums and whose edges
 * are the hidden cells; so cells are added until no hidden cell is a bridge, or nothing is left to add.
 */
export const hideCells = (
  counts: readonly (readonly number[])[],
  leastCount: number,
): readonly (readonly CellVerdict[])[] => {
  const verdicts = cycled(counts, leastCount)
  const isLine = counts.length === 1 || counts.every((row) => row.length === 1)
  return isLine ? doubtful(counts, verdicts, leastCount) : verdicts
}

/**
 * Whether the sum of hidden numbers of one line leaves only one value for a small one among them. Readers know which
 * ones are small (1 to `leastCount` − 1); the others are 0 or at least `leastCount`.
 */
export const isCertain = (hidden: readonly number[], leastCount: number): boolean => {
  const few = hidden.filter((count) => count > 0 && count < leastCount)
  const others = hidden.filter((count) => count >= leastCount)
  if (few.length === 0) return false
  const sum = [...few, ...others].reduce((a, b) => a + b, 0)
  const most = sum - (few.length - 1) - others.length * leastCount
  const least = others.length > 0 ? 1 : sum - (few.length - 1) * (leastCount - 1)
  return Math.min(most, leastCount - 1) <= Math.max(least, 1)
}

/** Hides further cells of one line, the smallest first, while its sum still tells a small one. */
const doubtful = (
  counts: readonly (readonly number[])[],
  verdicts: readonly (readonly CellVerdict[])[],
  leastCount: number,
): readonly (readonly CellVerdict[])[] => {
  const flat = counts.flat()
  const verdict = verdicts.flat()
  const shown = [...flat.keys()]
    .filter((i) => verdict[i] === 'shown' && flat[i] !== 0)
    .sort((a, b) => (flat[a] as number) - (flat[b] as number))
  for (const next of shown) {
    const hidden = flat.filter((_, i) => verdict[i] !== 'shown')
    if (!isCertain(hidden, leastCount)) break
    verdict[next] = 'secondary'
  }
  let at = 0
  return counts.map((row) => row.map(() => verdict[at++] as CellVerdict))
}

const cycled = (
  counts: readonly (readonly number[])[],
  leastCount: number,
): readonly (readonly CellVerdict[])[] => {
  const lines = sumsOf(counts)
  const cells = counts.flatMap((row, r) => row.map((count, c) => ({ r, c, count })))
  const verdicts = new Map<string, CellVerdict>()
  const keyOf = ({ r, c }: { r: number; c: number }) => `${r},${c}`
  for (const cell of cells)
    verdicts.set(keyOf(cell), cell.count > 0 && cell.count < leastCount ? 'few' : 'shown')
  const isHidden = (cell: { r: number; c: number }) => verdicts.get(keyOf(cell)) !== 'shown'

  for (;;) {
    const edges = cells.filter(isHidden).map((cell) => ({ cell, ends: lines(cell) }))
    const bridge = edges.find((edge) => isBridge(edge, edges))
    if (bridge === undefined) break
    const rest = edges.filter((edge) => edge !== bridge)
    const [side] = bridge.ends
    const reached = reachedFrom(side, rest)
    const closing = cells
      .filter((cell) => !isHidden(cell))
      .filter((cell) => {
        const [a, b] = lines(cell)
        return reached.has(a) !== reached.has(b) || a === b
      })
    const helping = closing.length > 0 ? closing : cells.filter((cell) => !isHidden(cell))
    const [next] = helping.sort(
      (a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count,
    )
    if (next === undefined) break
    verdicts.set(keyOf(next), 'secondary')
  }
  return counts.map((row, r) => row.map((_, c) => verdicts.get(keyOf({ r, c })) as CellVerdict))
}

type Ends = readonly [string, string]
type Edge = { readonly ends: Ends }

/** The two sums a cell belongs to. In a single line the cell hangs between its sum and nothing else. */
const sumsOf = (counts: readonly (readonly number[])[]) => {
  const single = counts.length === 1 || counts.every((row) => row.length === 1)
  return ({ r, c }: { r: number; c: number }): Ends =>
    single ? ['total', 'cells'] : [`r${r}`, `c${c}`]
}

const isBridge = (edge: Edge, edges: readonly Edge[]) =>
  !reachedFrom(
    edge.ends[0],
    edges.filter((other) => other !== edge),
  ).has(edge.ends[1])

const reachedFrom = (start: string, edges: readonly Edge[]): ReadonlySet<string> => {
  const reached = new Set([start])
  for (let grown = true; grown; ) {
    grown = false
    for (const {
      ends: [a, b],
    } of edges)
      if (reached.has(a) !== reached.has(b)) {
        reached.add(a).add(b)
        grown = true
      }
  }
  return reached
}
