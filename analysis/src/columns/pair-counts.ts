import { codesOf, type Portion } from './shelf.ts'

/** Two columns, each with what a code adds to the cell of a table. */
export type PairCountInput = {
  readonly first: { readonly portions: readonly Portion[]; readonly shares: Uint32Array }
  readonly second: { readonly portions: readonly Portion[]; readonly shares: Uint32Array }
  readonly cells: number
  /** By portion: 1 for each respondent who is counted in a second table behind the first. */
  readonly apart?: readonly Uint8Array[]
  /** Portions of each unit. */
  readonly runs: readonly (readonly number[])[]
}

/**
 * How many respondents of some portions stand in each cell. Every second one is counted in tables of their own: an
 * answer often follows its like, and a count would wait for itself.
 */
export const pairCounts = (
  { first, second, cells, apart, runs }: PairCountInput,
  unit: number,
): Uint32Array => {
  const size = apart ? 2 * cells : cells
  const counts = new Uint32Array(2 * size)
  const [ofX, ofY] = [first.shares, second.shares]
  for (const portion of runs[unit] as readonly number[]) {
    const x = codesOf(first.portions[portion] as Portion)
    const y = codesOf(second.portions[portion] as Portion)
    const other = apart?.[portion]
    if (other === undefined)
      for (let row = 0; row < x.length; row++) {
        const inside = (ofX[x[row] as number] as number) + (ofY[y[row] as number] as number)
        const cell = inside + (row & 1) * size
        counts[cell] = (counts[cell] as number) + 1
      }
    else
      for (let row = 0; row < x.length; row++) {
        const inside = (ofX[x[row] as number] as number) + (ofY[y[row] as number] as number)
        const cell = inside + (other[row] as number) * cells + (row & 1) * size
        counts[cell] = (counts[cell] as number) + 1
      }
  }
  for (let cell = 0; cell < size; cell++)
    counts[cell] = (counts[cell] as number) + (counts[size + cell] as number)
  return counts.slice(0, size)
}
