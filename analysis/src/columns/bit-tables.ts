import { SET_BYTES, type Sets, setsOf } from './bit-sets.ts'
import { type Codes, codesOf, type Portion } from './shelf.ts'

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
export type BitColumn = {
  readonly portions: readonly Portion[]
  /** By code: 0 for missing, else 1 + the place of the value. */
  readonly places: Uint16Array
  /** Number of values. */
  readonly steps: number
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

/** The sets of some respondents: of each column one for each value, of so many bytes. */
type Block = {
  readonly sets: Sets
  readonly bytes: number
  /** By column: where its first set begins, and how many it has. */
  readonly begins: readonly number[]
  readonly counted: readonly number[]
}
type BlockInput = {
  readonly codes: readonly Codes[]
  readonly bits: readonly (readonly Int32Array[])[]
  readonly rows: Uint32Array
  /** Where nobody lacks an answer, the last value is what remains: its counts follow from the others'. */
  readonly last: 'counted' | 'follows'
}

const blockOf = (columns: readonly BitColumn[], { codes, bits, rows, last }: BlockInput): Block => {
  const bytes = Math.ceil(rows.length / (8 * SET_BYTES)) * SET_BYTES
  const counted = columns.map(({ steps }) => Math.max(0, last === 'follows' ? steps - 1 : steps))
  const begins: number[] = []
  let end = 0
  for (const own of counted) {
    begins.push(end)
    // Sets are written four at a time.
    end += Math.ceil(own / 4) * 4 * bytes
  }
  const sets = setsOf(end)
  for (const [i, own] of codes.entries())
    for (let four = 0; 4 * four < (counted[i] as number); four++)
      writeFour(sets.bytes, (begins[i] as number) + 4 * four * bytes, {
        codes: own,
        rows,
        bits: bits[i]?.[four] as Int32Array,
        bytes,
      })
  return { sets, bytes, begins, counted }
}

/** For each four values: by code the lowest bit of one of four bytes, if its value is one of these. */
const bitsOf = ({ places, steps }: BitColumn): readonly Int32Array[] => {
  const fours = Array.from({ length: Math.ceil(steps / 4) }, () => new Int32Array(places.length))
  for (let code = 0; code < places.length; code++) {
    const place = (places[code] as number) - 1
    const bits = fours[place >> 2]
    if (bits !== undefined) bits[code] = 1 << (8 * (place & 3))
  }
  return fours
}

/** Four sets, one behind the other: a bit for each respondent in the set of the value. */
const writeFour = (into: Uint8Array, at: number, { codes, rows, bits, bytes }: FourInput): void => {
  writeEights(into, at, { codes, rows, bits, bytes })
  const eights = rows.length >> 3
  for (let set = 0; set < 4; set++) {
    const begin = at + set * bytes
    into.fill(0, begin + eights, begin + bytes)
    for (let row = eights << 3; row < rows.length; row++) {
      const isIn = ((bits[codes[rows[row] as number] as number] as number) >> (8 * set)) & 1
      into[begin + eights] = (into[begin + eights] as number) | (isIn << (row & 7))
    }
  }
}

/** Eight respondents are a byte of each set. */
const writeEights = (
  into: Uint8Array,
  at: number,
  { codes, rows, bits, bytes }: FourInput,
): void => {
  const [second, third, fourth] = [at + bytes, at + 2 * bytes, at + 3 * bytes]
  const eights = rows.length >> 3
  for (let eight = 0; eight < eights; eight++) {
    const row = eight << 3
    const four =
      (bits[codes[rows[row] as number] as number] as number) |
      ((bits[codes[rows[row + 1] as number] as number] as number) << 1) |
      ((bits[codes[rows[row + 2] as number] as number] as number) << 2) |
      ((bits[codes[rows[row + 3] as number] as number] as number) << 3) |
      ((bits[codes[rows[row + 4] as number] as number] as number) << 4) |
      ((bits[codes[rows[row + 5] as number] as number] as number) << 5) |
      ((bits[codes[rows[row + 6] as number] as number] as number) << 6) |
      ((bits[codes[rows[row + 7] as number] as number] as number) << 7)
    into[at + eight] = four
    into[second + eight] = four >> 8
    into[third + eight] = four >> 16
    into[fourth + eight] = four >> 24
  }
}

type FourInput = {
  readonly codes: Codes
  readonly rows: Uint32Array
  readonly bits: Int32Array
  readonly bytes: number
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
