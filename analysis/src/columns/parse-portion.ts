import { closeSync, openSync, readSync } from 'node:fs'
import { type Cell, cellOf } from './cell.ts'
import { sharedBytes } from './coded.ts'
import { fieldAt } from './field-at.ts'
import { type PackedPortion, placeIn, SMALL_ZERO } from './packed.ts'
import { kept, type Shelf } from './shelf.ts'

/** A table of text in a file, and what is wanted of it. */
export type ParseInput = {
  readonly path: string
  /** Where the first line after the header begins, and where the file ends. */
  readonly from: number
  readonly size: number
  /** Bytes of a portion; a line belongs to the portion in which it begins. */
  readonly bytes: number
  /** Codes of the delimiter and of the first byte of a line's end: 13 before a 10, or 10 alone. */
  readonly delimiter: number
  readonly lineEnd: number
  /** By field: the place among the wanted columns, −1 if it is not wanted. */
  readonly slots: Int32Array
  readonly shelf?: Shelf | undefined
}
/** The wanted columns of one portion. */
export type ReadPortion = { readonly rows: number; readonly columns: readonly PackedPortion[] }
const NEWLINE = 10
const RETURN = 13
const MINUS = 45
const ZERO = 48
const NINE = 57
const NOTHING = 0

/**
 * Reads the lines that begin in a portion of a file. It takes only what every reader of CSV understands alike: lines
 * of one kind of end, each with all fields, quotation marks around whole fields. Undefined means that there is
 * something else, which is left to a full reader.
 */
export const parsePortion = (input: ParseInput, portion: number): ReadPortion | undefined => {
  const { delimiter, lineEnd, slots, shelf } = input
  const { bytes, start, stop } = linesOf(input, portion)
  const fields = slots.length
  const wanted = slots.reduce((most, slot) => Math.max(most, slot + 1), 0)
  // Not a multiple of the cache's stride: columns would drive each other out.
  const most = Math.ceil(((stop - start) / fields + 2) / 4096) * 4096 + 64
  const codes = looseCodes(most * (wanted + 1))
  // What is not wanted is written behind the rest, one over the other.
  const begins = slots.map((slot) => (slot < 0 ? wanted : slot) * most)
  const table: Table = { bytes, codes, begins, delimiter, lineEnd }
  const cursor: Cursor = { at: start, row: 0, field: 0 }
  const others: (Map<number, Cell> | undefined)[] = new Array(wanted).fill(undefined)
  while (cursor.at < stop) {
    if (isEmptyLine(table, cursor.at)) {
      cursor.at += lineEnd === NEWLINE ? 1 : 2
      continue
    }
    if (cursor.row >= most) return undefined
    for (cursor.field = 0; cursor.field < fields; ) {
      takeSmall(table, cursor)
      if (cursor.field === fields) break
      const last = cursor.field === fields - 1 ? lineEnd : delimiter
      const found = fieldAt(bytes, cursor.at, { delimiter, lineEnd })
      if (found === undefined || bytes[found.end] !== last) return undefined
      const slot = slots[cursor.field] as number
      if (slot >= 0) {
        const own = others[slot] ?? new Map<number, Cell>()
        others[slot] = own.set(cursor.row, cellOf(found.text))
        codes[slot * most + cursor.row] = NOTHING
      }
      cursor.at = found.end + 1
      cursor.field += 1
    }
    if (lineEnd === RETURN && bytes[cursor.at++] !== NEWLINE) return undefined
    cursor.row += 1
  }
  const columnOf = (slot: number) => codes.subarray(slot * most, slot * most + cursor.row)
  // What threads share is shared as one.
  const room = shelf ? undefined : sharedBytes(cursor.row * wanted)
  return {
    rows: cursor.row,
    columns: others.map((own, slot): PackedPortion => {
      if (own !== undefined) return widePortion(columnOf(slot), own)
      const shared = room?.subarray(slot * cursor.row, (slot + 1) * cursor.row)
      shared?.set(columnOf(slot))
      return {
        kind: 'small',
        codes: shared ?? kept(columnOf(slot), shelf),
        counts: countsOf(columnOf(slot)),
      }
    }),
  }
}

/** The lines of a portion, and where their codes go: by field the beginning of its column. */
type Table = {
  readonly bytes: Uint8Array
  readonly codes: Uint8Array
  readonly begins: Int32Array
  readonly delimiter: number
  readonly lineEnd: number
}
type Cursor = { at: number; row: number; field: number }

const isEmptyLine = ({ bytes, lineEnd }: Table, at: number) =>
  bytes[at] === lineEnd && (lineEnd === NEWLINE || bytes[at + 1] === NEWLINE)

/**
 * Takes fields of a line as long as they are empty or small whole numbers. A function with this one loop, called for
 * each line: loops within loops of a long function are compiled anew each time they end.
 */
const takeSmall = ({ bytes, codes, begins, delimiter, lineEnd }: Table, cursor: Cursor): void => {
  const { row } = cursor
  let { at, field } = cursor
  for (; field < begins.length; field++) {
    const last = field === begins.length - 1 ? lineEnd : delimiter
    const byte = bytes[at] as number
    const next = bytes[at + 1] as number
    const place = (begins[field] as number) + row
    if (next === last && byte >= ZERO && byte <= NINE) {
      codes[place] = byte - ZERO + SMALL_ZERO
      at += 2
    } else if (byte === last) {
      codes[place] = NOTHING
      at += 1
    } else {
      const negative = byte === MINUS
      const begin = negative ? at + 1 : at
      let value = 0
      let end = begin
      for (; end < begin + 3; end++) {
        const digit = (bytes[end] as number) - ZERO
        if (!(digit >= 0 && digit <= 9)) break
        value = value * 10 + digit
      }
      if (bytes[end] !== last || end === begin || value >= SMALL_ZERO) break
      codes[place] = SMALL_ZERO + (negative ? -value : value)
      at = end + 1
    }
  }
  cursor.at = at
  cursor.field = field
}

/** A column that holds more than small whole numbers: what it has beside them, by row. */
const widePortion = (column: Uint8Array, others: ReadonlyMap<number, Cell>): PackedPortion => {
  const numbers = new Float64Array(new SharedArrayBuffer(8 * column.length))
  for (let row = 0; row < column.length; row++) {
    const code = column[row] as number
    numbers[row] = code === NOTHING ? Number.NaN : code - SMALL_ZERO
  }
  const known = new Map<string, number>()
  let places: Int32Array | undefined
  for (const [row, cell] of others)
    if (typeof cell === 'number') numbers[row] = cell
    else if (cell !== null) {
      places ??= new Int32Array(new SharedArrayBuffer(4 * column.length))
      places[row] = placeIn(known, cell)
    }
  return {
    kind: 'wide',
    numbers,
    ...(places ? { texts: { places, list: [...known.keys()] } } : {}),
  }
}

/** Enough of the file to hold the lines that begin in a portion, with an end for the last line. */
const linesOf = ({ path, from, size, bytes: length, lineEnd }: ParseInput, portion: number) => {
  const first = from + portion * length
  const begin = portion === 0 ? first : first - 1
  const end = Math.min(size, first + length)
  const file = openSync(path, 'r')
  try {
    for (let more = 1 << 16; ; more *= 4) {
      const wanted = Math.min(size, end + more) - begin
      const bytes = roomFor(wanted + 4)
      let filled = 0
      while (filled < wanted) {
        const read = readSync(file, bytes, filled, wanted - filled, begin + filled)
        if (read === 0) throw new RangeError(`${path} has become shorter`)
        filled += read
      }
      const whole = begin + wanted === size
      const start = portion === 0 ? 0 : bytes.indexOf(NEWLINE) + 1
      const newline = bytes.indexOf(NEWLINE, Math.max(0, end - begin - 1))
      // One line fills the whole portion and more: it began in another.
      if (portion > 0 && (start === 0 || start >= end - begin)) return { bytes, start: 0, stop: 0 }
      if (newline >= 0 && newline < filled) return { bytes, start, stop: newline + 1 }
      else if (whole) {
        if (lineEnd === RETURN) bytes[filled++] = RETURN
        bytes[filled++] = NEWLINE
        return { bytes, start, stop: filled }
      }
    }
  } finally {
    closeSync(file)
  }
}

/** One room a thread, used again for each portion; what lies behind the lines is 0. */
let room = new Uint8Array(0)
const roomFor = (length: number): Uint8Array => {
  if (room.length < length) room = new Uint8Array(length)
  else room.fill(0, length - 4)
  return room.subarray(0, length)
}

/** Where codes are gathered before their number is known; used again, too. */
let loose = new Uint8Array(0)
const looseCodes = (length: number): Uint8Array => {
  if (loose.length < length) loose = new Uint8Array(length)
  return loose
}

/** Four counts side by side: one alone would wait for itself whenever an answer follows its like. */
const countsOf = (codes: Uint8Array): Uint32Array => {
  const size = 2 * SMALL_ZERO
  const four = new Uint32Array(4 * size)
  for (let row = 0; row < codes.length; row++) {
    const place = ((row & 3) << 8) | (codes[row] as number)
    four[place] = (four[place] as number) + 1
  }
  const counts = new Uint32Array(size)
  for (let code = 0; code < size; code++)
    for (let side = code; side < four.length; side += size)
      counts[code] = (counts[code] as number) + (four[side] as number)
  return counts
}
