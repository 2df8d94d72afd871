import type { Cell, Range, System } from './system.ts'

/** Whether a system is one list with its total. */
export const isList = ({ sums }: System): boolean => sums.length === 1

/** What stays possible of each hidden cell of a list: the others can give or take as much as they have room. */
export const listRange = (
  { cells, sums }: System,
  hidden: ReadonlySet<number>,
  { cell, knows }: { readonly cell: number; readonly knows?: number | undefined },
): Range => {
  const whole = sums[0]?.whole
  let [up, down] = [0, 0]
  const { value, bounds } = cells[cell] as Cell
  for (const i of hidden) {
    if (i === cell || i === knows) continue
    const other = cells[i] as Cell
    const below = other.value - Math.min(other.value, other.bounds[0])
    const above = Math.max(other.value, other.bounds[1]) - other.value
    const opposite = (i === whole) !== (cell === whole)
    up += opposite ? above : below
    down += opposite ? below : above
  }
  return [Math.max(bounds[0], value - down), Math.min(bounds[1], value + up)]
}

type ListNeed = {
  readonly cell: number
  readonly knows?: number | undefined
  readonly target: Range
}

/** Everything a list must keep possible, as far as it can if all of it is hidden. */
export const listNeeds = (list: System): readonly ListNeed[] => {
  const all = new Set(list.cells.flatMap(({ state }, i) => (state === 'known' ? [] : [i])))
  const alone = list.cells.flatMap(({ value, secret }, i) => (value === 1 && secret ? [i] : []))
  return list.cells.flatMap(({ secret }, cell) =>
    secret === undefined
      ? []
      : [undefined, ...alone.filter((i) => i !== cell)].map((knows) => {
          const [low, high] = listRange(list, all, { cell, knows })
          return {
            cell,
            knows,
            target: [Math.max(secret[0], low), Math.min(secret[1], high)] as const,
          }
        }),
  )
}

/**
 * The fewest further cells of a list that keep everything possible, of those the smallest: none, one or two by trying all,
 * beyond that undefined.
 */
export const suppressList = (
  list: System,
  needs: readonly ListNeed[],
): ReadonlySet<number> | undefined => {
  const { cells } = list
  const always = cells.flatMap(({ state, secret }, i) => (state === 'hidden' || secret ? [i] : []))
  const candidates = cells
    .flatMap(({ state, secret }, i) => (state === 'shown' && !secret ? [i] : []))
    .sort((a, b) => (cells[a] as Cell).value - (cells[b] as Cell).value || a - b)
  const keeps = (more: readonly number[]) => {
    const hidden = new Set([...always, ...more])
    return needs.every(({ cell, knows, target }) => {
      const [low, high] = listRange(list, hidden, { cell, knows })
      return low <= target[0] && high >= target[1]
    })
      ? hidden
      : undefined
  }
  const none = keeps([])
  if (none !== undefined) return none
  for (const i of candidates) {
    const one = keeps([i])
    if (one !== undefined) return one
  }
  const pairs = candidates.flatMap((i, at) => candidates.slice(at + 1).map((j) => [i, j] as const))
  const sum = ([i, j]: readonly [number, number]) =>
    (cells[i] as Cell).value + (cells[j] as Cell).value
  for (const pair of pairs.sort((a, b) => sum(a) - sum(b))) {
    const two = keeps(pair)
    if (two !== undefined) return two
  }
  return undefined
}
