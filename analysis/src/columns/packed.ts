import type { Cell } from './cell.ts'
import { sharedBytes } from './coded.ts'
import { codesOf, kept, type Portion, type Shelf } from './shelf.ts'

/** A column as it was read, before a plan says what counts as missing. */
export type Packed =
  /** Whole numbers from −127 to 127, each by its code (value + 128); 0 where there is nothing. */
  | {
      readonly kind: 'small'
      readonly portions: readonly Portion[]
      readonly counts: Float64Array
    }
  /** Numbers, NaN where there is none; and where there is a text, 1 + its place in `list`. */
  | { readonly kind: 'wide'; readonly numbers: Float64Array; readonly texts?: Texts }
export type Texts = { readonly places: Int32Array; readonly list: readonly string[] }

/** The code of a small whole number. */
export const SMALL_ZERO = 128

export const isSmall = (value: number): boolean =>
  Number.isInteger(value) && value > -SMALL_ZERO && value < SMALL_ZERO

/** The same of respondents who follow each other. */
export type PackedPortion =
  | { readonly kind: 'small'; readonly codes: Portion; readonly counts: Uint32Array }
  | { readonly kind: 'wide'; readonly numbers: Float64Array; readonly texts?: Texts }

export const packedPortion = (cells: readonly Cell[], shelf?: Shelf): PackedPortion => {
  const codes = sharedBytes(cells.length)
  const counts = new Uint32Array(2 * SMALL_ZERO)
  for (const [row, cell] of cells.entries()) {
    if (cell !== null && !(typeof cell === 'number' && isSmall(cell))) return widePortion(cells)
    const code = cell === null ? 0 : cell + SMALL_ZERO
    codes[row] = code
    counts[code] = (counts[code] as number) + 1
  }
  return { kind: 'small', codes: kept(codes, shelf), counts }
}

const widePortion = (cells: readonly Cell[]): PackedPortion => {
  const numbers = new Float64Array(cells.length).fill(Number.NaN)
  const places = new Int32Array(cells.length)
  const known = new Map<string, number>()
  for (const [row, cell] of cells.entries())
    if (typeof cell === 'number') numbers[row] = cell
    else if (cell !== null) places[row] = placeIn(known, cell)
  return {
    kind: 'wide',
    numbers,
    ...(known.size > 0 ? { texts: { places, list: [...known.keys()] } } : {}),
  }
}

/** Cells of a column, packed. */
export const packedCells = (cells: readonly Cell[]): Packed => joined([packedPortion(cells)])

/** A column of its portions: small whole numbers if all of them are, else numbers and texts. */
export const joined = (portions: readonly PackedPortion[]): Packed => {
  if (portions.every((portion) => portion.kind === 'small')) {
    const counts = new Float64Array(2 * SMALL_ZERO)
    for (const portion of portions)
      portion.counts.forEach((count, code) => {
        counts[code] = (counts[code] as number) + count
      })
    return { kind: 'small', portions: portions.map(({ codes }) => codes), counts }
  }
  const n = portions.reduce((sum, portion) => sum + rowsOf(portion), 0)
  const numbers = new Float64Array(n)
  const known = new Map<string, number>()
  let places: Int32Array | undefined
  let row = 0
  for (const portion of portions) {
    if (portion.kind === 'small')
      for (const [i, code] of codesOf(portion.codes).entries())
        numbers[row + i] = code === 0 ? Number.NaN : code - SMALL_ZERO
    else {
      numbers.set(portion.numbers, row)
      if (portion.texts !== undefined) {
        places ??= new Int32Array(n)
        take(portion.texts, known, places.subarray(row))
      }
    }
    row += rowsOf(portion)
  }
  return {
    kind: 'wide',
    numbers,
    ...(places ? { texts: { places, list: [...known.keys()] } } : {}),
  }
}

const rowsOf = (portion: PackedPortion) =>
  portion.kind === 'small' ? portion.codes.length : portion.numbers.length

/** Texts of a portion under their places among all texts. */
const take = ({ places, list }: Texts, known: Map<string, number>, into: Int32Array): void => {
  const own = list.map((text) => placeIn(known, text))
  for (let row = 0; row < places.length; row++) {
    const place = places[row] as number
    if (place > 0) into[row] = own[place - 1] as number
  }
}

/** 1 + the place of a text among those known; it joins them if it is new. */
export const placeIn = (known: Map<string, number>, text: string): number => {
  const place = known.get(text)
  if (place !== undefined) return place
  known.set(text, known.size + 1)
  return known.size
}
