import { pairStarts } from './bit-tables.ts'
import type { Coded } from './coded.ts'
import type { Crew } from './crew.ts'
import { runsOf } from './runs.ts'
import { countedApart } from './two-counts.ts'

/** How often the values of several columns come together, two by two. */
export type JointCounts = {
  /** Respondents who lack none of the columns. */
  readonly complete: number
  /** Counts of the steps of column `i` (rows) by those of column `j`, one row after the other. */
  readonly table: (i: number, j: number, of: 'complete' | 'present') => Float64Array
}

/** More cells than this would cost more than the respondents. */
const MOST_CELLS = 1 << 22

/** Up to so many values it is quicker to compare their sets than to look at each respondent. */
const MOST_SETS = 12

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
  const rows = columns[0]?.portions.map(({ length }) => length) ?? []
  const lacking = crew.run(
    'lackingRows',
    {
      rows,
      columns: columns.filter(hasMissing).map(({ portions, places }) => ({
        portions,
        lacks: new Uint8Array(places.map((place) => Number(place === 0))),
      })),
    },
    rows.length,
  )
  const tables = columns.map(() => new Map<number, PairTable>())
  countFew(columns, { crew, lacking, tables })
  for (const [i, first] of columns.entries())
    for (const [j, second] of columns.entries())
      if (i < j && !(isFew(first) && isFew(second))) {
        const [complete, others] = countedApart(first, second, { crew, apart: lacking })
        tables[i]?.set(j, tableOf(complete as Float64Array, others as Float64Array))
      }
  return {
    complete: lacking.reduce((sum, rows) => sum + rows.length - marked(rows), 0),
    table: (i, j, of) => {
      const upright = tables[i]?.get(j)
      if (upright !== undefined) return upright[of]
      const lying = tables[j]?.get(i)
      if (lying === undefined) throw new RangeError(`columns ${i} and ${j} were not counted`)
      return turned(lying[of], columns[j]?.steps.length ?? 0)
    },
  }
}

type PairTable = Readonly<Record<'complete' | 'present', Float64Array>>

const tableOf = (complete: Float64Array, others: Float64Array): PairTable => ({
  complete,
  present: complete.map((count, cell) => count + (others[cell] as number)),
})

const isFew = ({ steps }: Coded) => steps.length <= MOST_SETS
const hasMissing = ({ n, counts }: Coded) => counts.reduce((sum, count) => sum + count, 0) < n

const marked = (rows: Uint8Array): number => {
  let count = 0
  for (let row = 0; row < rows.length; row++) count += rows[row] as number
  return count
}

/** All pairs of columns of few values, at once. */
const countFew = (
  columns: readonly Coded[],
  {
    crew,
    lacking,
    tables,
  }: {
    readonly crew: Crew
    readonly lacking: readonly Uint8Array[]
    readonly tables: readonly Map<number, PairTable>[]
  },
): void => {
  const places = [...columns.keys()].filter((i) => isFew(columns[i] as Coded))
  const few = places.map((i) => {
    const { portions, places: behind, steps } = columns[i] as Coded
    return { portions, places: behind, steps: steps.length }
  })
  if (few.length < 2) return
  const runs = runsOf(lacking.length, crew.hands)
  const counted = crew.run('bitTables', { columns: few, lacking, runs }, runs.length)
  const { starts, end } = pairStarts(few)
  const [complete, others] = [new Float64Array(end), new Float64Array(end)]
  for (const found of counted) {
    add(complete, found.complete)
    add(others, found.lacking)
  }
  starts.forEach((own, a) => {
    own.forEach((start, b) => {
      const cells = (few[a] as { steps: number }).steps * (few[b] as { steps: number }).steps
      const part = (of: Float64Array) => of.subarray(start, start + cells)
      tables[places[a] as number]?.set(places[b] as number, tableOf(part(complete), part(others)))
    })
  })
}

const add = (sums: Float64Array, counts: Uint32Array): void => {
  for (let cell = 0; cell < sums.length; cell++)
    sums[cell] = (sums[cell] as number) + (counts[cell] as number)
}

/** Rows become columns; `rows` are those of the table given. */
const turned = (table: Float64Array, rows: number): Float64Array => {
  const columns = table.length / rows
  return Float64Array.from(
    table,
    (_, cell) => table[(cell % rows) * columns + Math.floor(cell / rows)] as number,
  )
}
