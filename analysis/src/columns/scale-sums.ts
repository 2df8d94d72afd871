import { type Coded, codedFrom } from './coded.ts'
import { type Crew, crewOf } from './crew.ts'
import type { Portion } from './shelf.ts'

/** Codes that fit into two bytes. */
const MOST_CODES = 1 << 16

/** Sums of the answers of each respondent, and of how many items they are made. */
export type ScaleSums = {
  /** The column that has a value for each sum and number of answers; NaN makes it missing. */
  readonly column: (made: (sum: number, answers: number) => number) => Coded
}

/**
 * Adds up whole-numbered items: each respondent gets a code for both the sum and the number of answers, so that scores
 * by any rule for missing answers follow without another pass. Undefined if the items are no whole numbers or too far
 * apart.
 */
export const scaleSums = (items: readonly Coded[], crew: Crew): ScaleSums | undefined => {
  const steps = items.flatMap((item) => [...item.steps])
  if (steps.length === 0 || steps.some((step) => !Number.isInteger(step))) return undefined
  const least = steps.reduce((a, b) => Math.min(a, b))
  const reach = steps.reduce((a, b) => Math.max(a, b)) - least
  // Code: answers · width + (sum − answers · least)
  const width = reach * items.length + 1
  const codes = width * (items.length + 1)
  if (codes > MOST_CODES) return undefined
  const columns = items.map((item) => ({
    portions: item.portions,
    shares: item.places.map((place) =>
      place === 0 ? 0 : width + (item.steps[place - 1] as number) - least,
    ),
  }))
  const found = crewOf(items[0]?.n ?? 0, crew).run(
    'sumCodes',
    { columns, codes, shelf: crew.shelf },
    items[0]?.portions.length ?? 0,
  )
  const portions: readonly Portion[] = found.map(({ sums }) => sums)
  const counts = new Float64Array(codes)
  for (const portion of found)
    portion.counts.forEach((count, code) => {
      counts[code] = (counts[code] as number) + count
    })
  return {
    column: (made) =>
      codedFrom(portions, counts, (code) => {
        const answers = Math.floor(code / width)
        return made((code % width) + answers * least, answers)
      }),
  }
}
