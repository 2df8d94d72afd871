import type { Cell } from './cell.ts'
import { sharedBytes } from './coded.ts'

/** A column as it was read, before a plan says what counts as missing. */
export type Packed =
  /** Whole numbers from −127 to 127, each by its code (value + 128); 0 where there is nothing. */
  | {
      readonly kind: 'small'
      readonly portions: readonly Uint8Array[]
      readonly counts: Float64Array
    }
  /** Numbers, NaN where there is none; and where there is a text, 1 + its place in `list`. */
  | { readonly kind: 'wide'; readonly numbers: Float64Array; readonly texts?: Texts }
export type Texts = { readonly places: Int32Array; readonly list: readonly string[] }

/** The code of a small whole number. */
export const SMALL_ZERO = 128

export const isSmall = (value: number): boolean =>
  Number.isInteger(value) && value > -SMALL_ZERO && value < SMALL_ZERO

/** Cells of a column, packed. */
export const packedCells = (cells: readonly Cell[]): Packed => {
  if (cells.every((cell) => cell === null || (typeof cell === 'number' && isSmall(cell)))) {
    const codes = sharedBytes(cells.length)
    const counts = new Float64Array(2 * SMALL_ZERO)
    for (const [row, cell] of cells.entries()) {
      const code = cell === null ? 0 : (cell as number) + SMALL_ZERO
      codes[row] = code
      counts[code] = (counts[code] as number) + 1
    }
    return { kind: 'small', portions: [codes], counts }
  }
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

/** 1 + the place of a text among those known; it joins them if it is new. */
export const placeIn = (known: Map<string, number>, text: string): number => {
  const place = known.get(text)
  if (place !== undefined) return place
  known.set(text, known.size + 1)
  return known.size
}
