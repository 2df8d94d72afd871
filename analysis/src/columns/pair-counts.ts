import type { Portion } from './coded.ts'

/** Two columns, each with what a code adds to the cell of a table. */
export type PairCountInput = {
  readonly first: { readonly portions: readonly Portion[]; readonly shares: Uint32Array }
  readonly second: { readonly portions: readonly Portion[]; readonly shares: Uint32Array }
  readonly cells: number
}

/** How many respondents of a portion stand in each cell. */
export const pairCounts = (
  { first, second, cells }: PairCountInput,
  portion: number,
): Uint32Array => {
  const counts = new Uint32Array(cells)
  const [x, y] = [first.portions[portion] as Portion, second.portions[portion] as Portion]
  const [ofX, ofY] = [first.shares, second.shares]
  for (let row = 0; row < x.length; row++) {
    const cell = (ofX[x[row] as number] as number) + (ofY[y[row] as number] as number)
    counts[cell] = (counts[cell] as number) + 1
  }
  return counts
}
