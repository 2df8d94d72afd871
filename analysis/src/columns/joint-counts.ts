import { type Coded, sharedWords, startsOf } from './coded.ts'
import type { Crew } from './crew.ts'
import { columnPairs, type GroupColumn, type PairTable } from './group-counts.ts'

/** How often the values of several columns come together, two by two. */
export type JointCounts = {
  /** Respondents who lack none of the columns. */
  readonly complete: number
  /** Counts of the steps of column `i` (rows) by those of column `j`, one row after the other. */
  readonly table: (i: number, j: number, of: 'complete' | 'present') => Float64Array
}

/** More cells than this would cost more than the respondents. */
const MOST_CELLS = 1 << 22

/** Whether columns have few enough values for tables of all pairs. */
export const canJoin = (columns: readonly (Coded | undefined)[]): columns is readonly Coded[] => {
  const sizes = columns.map((column) => (column?.steps.length ?? Number.POSITIVE_INFINITY) + 1)
  sizes.sort((a, b) => b - a)
  return (sizes[0] as number) * (sizes[1] ?? 1) <= MOST_CELLS
}

/**
 * Counts all pairs of columns of the same respondents: of `complete` respondents, who lack none of the columns, and of
 * those in whom both are `present`. Exact, however many threads count.
 */
export const jointCounts = (columns: readonly Coded[], crew: Crew): JointCounts => {
  const groups = groupsFor(columns)
  const pairs = groups.flatMap((_, a) =>
    groups.slice(a).flatMap((__, ahead) => {
      const b = a + ahead
      return a !== b || (groups[a] as Group).places.length > 1 ? [[a, b] as const] : []
    }),
  )
  const tables = new Map<string, PairTable>()
  let complete = 0
  for (const stretch of stretchesOf(columns)) {
    const rows = stretch.map((portion) => columns[0]?.portions[portion]?.length ?? 0)
    const length = rows.reduce((sum, count) => sum + count, 0)
    const shared = {
      groups: groups.map(({ columns: own }) =>
        own.map((column) => ({
          ...column,
          portions: stretch.map((portion) => column.portions[portion] as Uint8Array),
        })),
      ),
      starts: startsOf(rows),
      codes: roomFor(length * groups.length),
      length,
    }
    const completes = crew.run('groupCodes', shared, stretch.length)
    complete += completes.reduce((sum, count) => sum + count, 0)
    const found = crew.run(
      'groupPairs',
      { ...shared, pairs, rows, complete: completes },
      pairs.length,
    )
    found.forEach((counted, unit) => {
      const [a, b] = pairs[unit] as readonly [number, number]
      const [first, second] = [groups[a], groups[b]] as [Group, Group]
      columnPairs(first.columns, second.columns, a === b).forEach(([i, j], place) => {
        const key = `${first.places[i]},${second.places[j]}`
        const table = counted[place] as PairTable
        const known = tables.get(key)
        tables.set(key, known === undefined ? table : added(known, table))
      })
    })
  }
  return {
    complete,
    table: (i, j, of) => {
      const upright = tables.get(`${i},${j}`)
      if (upright !== undefined) return upright[of]
      const lying = tables.get(`${j},${i}`)
      if (lying === undefined) throw new RangeError(`columns ${i} and ${j} were not counted`)
      return turned(lying[of], columns[j]?.steps.length ?? 0)
    },
  }
}

/** Shared by all counts that follow each other. */
let room = sharedWords(0)
const roomFor = (length: number): Uint16Array => {
  if (room.length < length) room = sharedWords(length)
  return room.subarray(0, length)
}

/** Respondents whose group codes are in memory at a time. */
const STRETCH = 1 << 19

/** Portions that follow each other, about half a million respondents each. */
const stretchesOf = (columns: readonly Coded[]): readonly (readonly number[])[] => {
  const stretches: number[][] = []
  let rows = STRETCH
  for (const [place, portion] of (columns[0]?.portions ?? []).entries()) {
    if (rows >= STRETCH) {
      stretches.push([])
      rows = 0
    }
    stretches.at(-1)?.push(place)
    rows += portion.length
  }
  return stretches
}

type Group = { readonly places: readonly number[]; readonly columns: readonly GroupColumn[] }

/** Columns of few values join in groups of up to three; with few respondents in smaller ones, whose tables are quicker to empty. */
const groupsFor = (columns: readonly Coded[]): readonly Group[] => {
  const limit = (columns[0]?.n ?? 0) < 200_000 ? 36 : 256
  const groups: { places: number[]; columns: GroupColumn[]; cells: number }[] = []
  for (const [place, { portions, places, steps }] of columns.entries()) {
    const column = { portions, places, steps: steps.length }
    const last = groups.at(-1)
    if (last && last.columns.length < 3 && last.cells * (steps.length + 1) <= limit) {
      last.places.push(place)
      last.columns.push(column)
      last.cells *= steps.length + 1
    } else groups.push({ places: [place], columns: [column], cells: steps.length + 1 })
  }
  return groups
}

const added = (one: PairTable, other: PairTable): PairTable => ({
  complete: one.complete.map((count, cell) => count + (other.complete[cell] as number)),
  present: one.present.map((count, cell) => count + (other.present[cell] as number)),
})

/** Rows become columns; `rows` are those of the table given. */
const turned = (table: Float64Array, rows: number): Float64Array => {
  const columns = table.length / rows
  return Float64Array.from(
    table,
    (_, cell) => table[(cell % rows) * columns + Math.floor(cell / rows)] as number,
  )
}
