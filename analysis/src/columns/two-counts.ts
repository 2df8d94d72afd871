import type { Coded } from './coded.ts'
import { type Crew, crewOf } from './crew.ts'

/** How often the steps of one column (rows) and of another come together: one row after the other. */
export const twoCounts = (first: Coded, second: Coded, crew: Crew): Float64Array => {
  const [rows, columns] = [first.steps.length, second.steps.length]
  // Missing values stand in a row and a column before the others.
  const width = columns + 1
  const counted = crewOf(first.n, crew).run(
    'pairCounts',
    {
      first: {
        portions: first.portions,
        shares: Uint32Array.from(first.places, (place) => place * width),
      },
      second: { portions: second.portions, shares: Uint32Array.from(second.places) },
      cells: (rows + 1) * width,
    },
    first.portions.length,
  )
  const table = new Float64Array(rows * columns)
  for (const cells of counted)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column
        table[cell] = (table[cell] as number) + (cells[(row + 1) * width + column + 1] as number)
      }
  return table
}
