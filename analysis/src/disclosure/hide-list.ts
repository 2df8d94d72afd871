import { listNeeds, suppressList } from './suppression/list.ts'
import type { System } from './suppression/system.ts'

/** Why a cell is empty: its own count is small, or it would give another one away. */
export type CellVerdict = 'shown' | 'few' | 'secondary'

/**
 * Which counts of one list are hidden when its total is known: those from 1 to `leastCount` − 1, and so many others that
 * each of these values stays possible for each of them. As `hide` decides it for a list that stands alone; for methods
 * whose other numbers depend on it.
 */
export const hideList = (counts: readonly number[], leastCount: number): readonly CellVerdict[] => {
  const isFew = (count: number) => count > 0 && count < leastCount
  const few = [1, leastCount - 1] as const
  const list: System = {
    cells: [
      ...counts.map((value, i) => ({
        key: String(i),
        value,
        ...(isFew(value)
          ? { state: 'hidden' as const, bounds: few, secret: few }
          : {
              state: 'shown' as const,
              bounds: [
                value === 0 ? 0 : leastCount,
                value === 0 ? 0 : Number.POSITIVE_INFINITY,
              ] as const,
            }),
      })),
      {
        key: 'total',
        value: counts.reduce((a, b) => a + b, 0),
        state: 'known',
        bounds: [0, Number.POSITIVE_INFINITY],
      },
    ],
    sums: [{ whole: counts.length, parts: [...counts.keys()] }],
  }
  const hidden = suppressList(list, listNeeds(list))
  return counts.map((count, i) =>
    isFew(count) ? 'few' : hidden === undefined || hidden.has(i) ? 'secondary' : 'shown',
  )
}
