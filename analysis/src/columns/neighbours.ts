import type { Coded } from './coded.ts'
import { type Crew, crewOf } from './crew.ts'

/** Values for which a table of who follows whom is small beside the respondents. */
const MOST_STEPS = 255

/**
 * How often a value (row) is followed by another (column) in the order of the file, missing ones stepped over; undefined
 * if there are too many values for a table.
 */
export const neighbours = (column: Coded, crew: Crew): Float64Array | undefined => {
  const { portions, places, n } = column
  const steps = column.steps.length
  if (steps > MOST_STEPS) return undefined
  const found = crewOf(n, crew).run('followerCounts', { portions, places, steps }, portions.length)
  const table = new Float64Array(steps * steps)
  let before = 0
  for (const { counts, first, last } of found) {
    for (let cell = 0; cell < table.length; cell++)
      table[cell] = (table[cell] as number) + (counts[cell] as number)
    if (before > 0 && first > 0) {
      const cell = (before - 1) * steps + first - 1
      table[cell] = (table[cell] as number) + 1
    }
    if (last > 0) before = last
  }
  return table
}
