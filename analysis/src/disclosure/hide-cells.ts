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
