import { SET_BYTES, type Sets, setsOf } from './bit-sets.ts'
import type { Codes, Portion } from './shelf.ts'

/** A column of few values. */
export type BitColumn = {
  readonly portions: readonly Portion[]
  /** By code: 0 for missing, else 1 + the place of the value. */
  readonly places: Uint16Array
  /** Number of values. */
  readonly steps: number
}
/** The sets of some respondents: of each column one for each value, of so many bytes. */
export type Block = {
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

export const blockOf = (
  columns: readonly BitColumn[],
  { codes, bits, rows, last }: BlockInput,
): Block => {
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
export const bitsOf = ({ places, steps }: BitColumn): readonly Int32Array[] => {
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
