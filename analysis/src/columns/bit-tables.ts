import { type BitColumn, type Block, bitsOf, blockOf } from './bit-blocks.ts'
import type { Sets } from './bit-sets.ts'
import { codesOf, type Portion } from './shelf.ts'

/**
 * All pairs of columns of few values, counted by sets: those who gave this answer to one question and those who gave that
 * to another have so many respondents in common. Sixty-four of them are one step, whatever their answers.
 */
export type BitTableInput = {
  readonly columns: readonly BitColumn[]
  /** By portion, who lacks a column: among these, not among the columns here alone. */
  readonly lacking: readonly Uint8Array[]
  /** Portions of each unit. */
  readonly runs: readonly (readonly number[])[]
}
/** The tables of all pairs, one behind the other: of those who lack nothing, and of the others who have both. */
export type BitTables = { readonly complete: Uint32Array; readonly lacking: Uint32Array }

/** Respondents counted at a time: their sets fit into a processor's own memory. */
const BLOCK = 8192

/** Where the table of each pair begins, pair after pair, the second always behind the first; and their end. */
export const pairStarts = (columns: readonly { readonly steps: number }[]) => {
  const starts: number[][] = []
  let end = 0
  for (const [i, { steps }] of columns.entries()) {
    starts.push([])
    for (let j = i + 1; j < columns.length; j++) {
      ;(starts[i] as number[])[j] = end
      end += steps * (columns[j] as { steps: number }).steps
    }
  }
  return { starts: starts as readonly (readonly number[])[], end }
}

export const bitTables = ({ columns, lacking, runs }: BitTableInput, unit: number): BitTables => {
  const { end } = pairStarts(columns)
  const tables = { complete: new Uint32Array(end), lacking: new Uint32Array(end) }
  const counts = columns.map(({ steps }) => new Float64Array(steps))
  const bits = columns.map(bitsOf)
  for (const portion of runs[unit] as readonly number[]) {
    const codes = columns.map(({ portions }) => codesOf(portions[portion] as Portion))
    const { complete, others } = partsOf(lacking[portion] as Uint8Array)
    for (const rows of blocksOf(complete)) {
      const block = blockOf(columns, { codes, bits, rows, last: 'follows' })
      countPairs(columns, block, tables.complete)
      countSets(block, rows.length, counts)
    }
    for (const rows of blocksOf(others))
      countPairs(columns, blockOf(columns, { codes, bits, rows, last: 'counted' }), tables.lacking)
  }
  fillLast(columns, counts, tables.complete)
  return tables
}

/** Places of the respondents of a portion, apart. */
const partsOf = (lacking: Uint8Array) => {
  const [complete, others] = [new Uint32Array(lacking.length), new Uint32Array(lacking.length)]
  let [front, back] = [0, 0]
  for (let row = 0; row < lacking.length; row++)
    if (lacking[row] === 0) complete[front++] = row
    else others[back++] = row
  return { complete: complete.subarray(0, front), others: others.subarray(0, back) }
}

/** As many respondents in each, about. */
const blocksOf = (rows: Uint32Array): readonly Uint32Array[] => {
  const blocks = Math.ceil(rows.length / BLOCK)
  const most = Math.ceil(rows.length / blocks)
  return Array.from({ length: blocks }, (_, i) => rows.subarray(i * most, (i + 1) * most))
}

const countPairs = (columns: readonly BitColumn[], block: Block, tables: Uint32Array): void => {
  const { sets, bytes, begins, counted } = block
  const { inBoth } = sets
  let cell = 0
  for (let i = 0; i < columns.length; i++)
    for (let j = i + 1; j < columns.length; j++) {
      const width = (columns[j] as BitColumn).steps
      const [first, second] = [begins[i] as number, begins[j] as number]
      for (let row = 0; row < (counted[i] as number); row++)
        countRow(tables, cell + row * width, {
          inBoth,
          a: first + row * bytes,
          b: second,
          bytes,
          places: counted[j] as number,
        })
      cell += (columns[i] as BitColumn).steps * width
    }
}

/** What one set has in common with each of some that stand one behind the other. */
const countRow = (
  tables: Uint32Array,
  cell: number,
  {
    inBoth,
    a,
    b,
    bytes,
    places,
  }: {
    readonly inBoth: Sets['inBoth']
    readonly a: number
    readonly b: number
    readonly bytes: number
    readonly places: number
  },
): void => {
  for (let place = 0; place < places; place++)
    tables[cell + place] =
      (tables[cell + place] as number) + inBoth(a, b + place * bytes, a + bytes)
}

/** How many complete respondents gave each value, added to what is known. */
const countSets = (block: Block, rows: number, counts: readonly Float64Array[]): void => {
  const { sets, bytes, begins, counted } = block
  for (const [i, own] of counts.entries()) {
    let rest = rows
    for (let place = 0; place < (counted[i] as number); place++) {
      const a = (begins[i] as number) + place * bytes
      const members = sets.inBoth(a, a, a + bytes)
      own[place] = (own[place] as number) + members
      rest -= members
    }
    if (own.length > 0) own[own.length - 1] = (own[own.length - 1] as number) + rest
  }
}

/** The last row and the last column of each table: what the others leave of the counts of each value. */
const fillLast = (
  columns: readonly BitColumn[],
  counts: readonly Float64Array[],
  tables: Uint32Array,
): void => {
  let cell = 0
  for (let i = 0; i < columns.length; i++)
    for (let j = i + 1; j < columns.length; j++) {
      const [ofRows, ofColumns] = [counts[i] as Float64Array, counts[j] as Float64Array]
      const [rows, width] = [ofRows.length, ofColumns.length]
      if (rows === 0 || width === 0) continue
      for (let row = 0; row < rows - 1; row++) {
        let rest = ofRows[row] as number
        for (let place = 0; place < width - 1; place++)
          rest -= tables[cell + row * width + place] as number
        tables[cell + row * width + width - 1] = rest
      }
      for (let place = 0; place < width; place++) {
        let rest = ofColumns[place] as number
        for (let row = 0; row < rows - 1; row++)
          rest -= tables[cell + row * width + place] as number
        tables[cell + (rows - 1) * width + place] = rest
      }
      cell += rows * width
    }
}
