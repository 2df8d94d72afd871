import { closeSync, openSync, readSync } from 'node:fs'
import { cellOf } from './cell.ts'
import { sharedBytes } from './coded.ts'
import { type PackedPortion, placeIn, SMALL_ZERO } from './packed.ts'

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
}
/** The wanted columns of one portion. */
export type ReadPortion = { readonly rows: number; readonly columns: readonly PackedPortion[] }
const NEWLINE = 10
const RETURN = 13
const QUOTE = 34
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
  const { delimiter, lineEnd, slots } = input
  const { bytes, start, stop } = linesOf(input, portion)
  const fields = slots.length
  const wanted = slots.reduce((most, slot) => Math.max(most, slot + 1), 0)
  // Not a multiple of the cache's stride: columns would drive each other out.
  const most = Math.ceil(((stop - start) / fields + 2) / 4096) * 4096 + 64
  const codes = looseCodes(most * wanted)
  const wide: (Wide | undefined)[] = new Array(wanted).fill(undefined)
  let anyWide = false
  let row = 0
  let at = start

  while (at < stop) {
    if (bytes[at] === lineEnd && (lineEnd === NEWLINE || bytes[at + 1] === NEWLINE)) {
      at += lineEnd === NEWLINE ? 1 : 2
      continue
    }
    if (row >= most) return undefined
    for (let field = 0; field < fields; field++) {
      const slot = slots[field] as number
      const last = field === fields - 1 ? lineEnd : delimiter
      let end = at + 1
      const byte = bytes[at] as number
      let code = -1
      if (bytes[end] === last && byte >= ZERO && byte <= NINE) code = byte - ZERO + SMALL_ZERO
      else if (byte === last) {
        code = NOTHING
        end = at
      } else {
        const negative = byte === MINUS
        let value = 0
        end = negative ? end : at
        const begin = end
        for (; end < begin + 3; end++) {
          const digit = (bytes[end] as number) - ZERO
          if (!(digit >= 0 && digit <= 9)) break
          value = value * 10 + digit
        }
        if (bytes[end] === last && end > begin && value < SMALL_ZERO)
          code = SMALL_ZERO + (negative ? -value : value)
      }
      if (code >= 0) {
        if (slot >= 0) {
          codes[slot * most + row] = code
          if (anyWide) wide[slot]?.put(row, code === NOTHING ? null : code - SMALL_ZERO)
        }
      } else {
        const found = fieldAt(bytes, at, { delimiter, lineEnd })
        if (found === undefined) return undefined
        end = found.end
        if (slot >= 0) {
          const own = wide[slot] ?? widened(codes.subarray(slot * most, slot * most + row), most)
          wide[slot] = own
          anyWide = true
          own.put(row, cellOf(found.text))
        }
      }
      if (bytes[end] !== last) return undefined
      at = end + 1
    }
    if (lineEnd === RETURN && bytes[at++] !== NEWLINE) return undefined
    row += 1
  }
  const kept = sharedBytes(row * wide.filter((own) => own === undefined).length)
  let place = 0
  return {
    rows: row,
    columns: wide.map((own, slot): PackedPortion => {
      if (own !== undefined) return own.taken(row)
      const column = kept.subarray(place, place + row)
      column.set(codes.subarray(slot * most, slot * most + row))
      place += row
      return { kind: 'small', codes: column, counts: countsOf(column) }
    }),
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

const LETTERS = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of a field and where it ends; undefined where readers differ. */
const fieldAt = (
  bytes: Uint8Array,
  start: number,
  { delimiter, lineEnd }: { readonly delimiter: number; readonly lineEnd: number },
): { readonly text: string; readonly end: number } | undefined => {
  let end = start
  if (bytes[start] !== QUOTE) {
    while (bytes[end] !== delimiter && bytes[end] !== lineEnd)
      if (bytes[end] === NEWLINE || bytes[end] === RETURN) return undefined
      else end += 1
    return { text: LETTERS.decode(bytes.subarray(start, end)), end }
  }
  let doubled = false
  for (end = start + 1; ; end++) {
    const byte = bytes[end]
    if (byte === NEWLINE || byte === RETURN || byte === undefined) return undefined
    if (byte !== QUOTE) continue
    if (bytes[end + 1] !== QUOTE) break
    doubled = true
    end += 1
  }
  const text = LETTERS.decode(bytes.subarray(start + 1, end))
  return { text: doubled ? text.replaceAll('""', '"') : text, end: end + 1 }
}

type Wide = {
  readonly put: (row: number, cell: number | string | null) => void
  readonly taken: (rows: number) => PackedPortion
}

/** A column that turned out to hold more than small whole numbers; those before it are taken over. */
const widened = (before: Uint8Array, most: number): Wide => {
  const numbers = new Float64Array(new SharedArrayBuffer(8 * most))
  const known = new Map<string, number>()
  let places: Int32Array | undefined
  for (const [row, code] of before.entries())
    numbers[row] = code === NOTHING ? Number.NaN : code - SMALL_ZERO
  return {
    put: (row, cell) => {
      numbers[row] = typeof cell === 'number' ? cell : Number.NaN
      if (typeof cell !== 'string') return
      places ??= new Int32Array(new SharedArrayBuffer(4 * most))
      places[row] = placeIn(known, cell)
    },
    taken: (rows) => ({
      kind: 'wide',
      numbers: numbers.subarray(0, rows),
      ...(places === undefined
        ? {}
        : { texts: { places: places.subarray(0, rows), list: [...known.keys()] } }),
    }),
  }
}

/** Four counts side by side: one alone would wait for itself whenever an answer follows its like. */
const countsOf = (codes: Uint8Array): Float64Array => {
  const size = 2 * SMALL_ZERO
  const counts = new Uint32Array(4 * size)
  for (let i = 0; i < codes.length; i++) {
    const place = ((i & 3) << 8) | (codes[i] as number)
    counts[place] = (counts[place] as number) + 1
  }
  return Float64Array.from({ length: size }, (_, code) =>
    [0, 1, 2, 3].reduce((sum, side) => sum + (counts[side * size + code] as number), 0),
  )
}
