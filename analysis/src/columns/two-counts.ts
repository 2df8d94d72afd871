import type { Coded } from './coded.ts'
import { type Crew, crewOf } from './crew.ts'
import { runsOf } from './runs.ts'

/** How often the steps of one column (rows) and of another come together: one row after the other. */
export const twoCounts = (first: Coded, second: Coded, crew: Crew): Float64Array =>
  (countedApart(first, second, { crew: crewOf(first.n, crew) }) as [Float64Array])[0]

/** The same; with `apart` a second table of those respondents who are marked there. */
export const countedApart = (
  first: Coded,
  second: Coded,
  { crew, apart }: { readonly crew: Crew; readonly apart?: readonly Uint8Array[] },
): readonly Float64Array[] => {
  const [rows, columns] = [first.steps.length, second.steps.length]
  // Missing values stand in a row and a column before the others.
  const width = columns + 1
  const cells = (rows + 1) * width
  const runs = runsOf(first.portions.length, crew.hands)
  const counted = crew.run(
    'pairCounts',
    {
      first: {
        portions: first.portions,
        shares: new Uint32Array(first.places).map((place) => place * width),
      },
      second: { portions: second.portions, shares: new Uint32Array(second.places) },
      cells,
      runs,
      ...(apart ? { apart } : {}),
    },
    runs.length,
  )
  return (apart ? [0, cells] : [0]).map((begin) => {
    const table = new Float64Array(rows * columns)
    for (const counts of counted)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          const cell = row * columns + column
          const from = begin + (row + 1) * width + column + 1
          table[cell] = (table[cell] as number) + (counts[from] as number)
        }
    return table
  })
}
