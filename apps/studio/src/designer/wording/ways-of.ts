import { type Instrument, itemsOf, namesInExpression } from '@echolot/instrument'
import { type Minutes, minutesOf, type PageMinutes } from '@echolot/instrument/wording'
import { simulate, walk } from '@echolot/routing'

/** Answers that were chosen for a way, by item. */
export type ChosenAnswers = { readonly [item: string]: unknown }
export type WaysOrder = { readonly instrument: Instrument; readonly chosen: ChosenAnswers }

/** One way through the questionnaire and how long it takes. */
export type Way = Minutes & {
  readonly isOverBudget: boolean
  readonly pages: readonly PageMinutes[]
  readonly items: number
}

export type Ways = {
  /** The quickest, the middle and the longest of the tried ways; nobody is there who has nothing to be asked. */
  readonly shortest: Way | undefined
  readonly typical: Way | undefined
  readonly longest: Way | undefined
  readonly tried: number
  /** The way of the chosen answers. */
  readonly own: Way
}

/** So many made-up respondents; each way is timed once. */
const TRIED = 150
const SEED = 14

/** How long made-up respondents take on their different ways, and how long the chosen answers take. */
export const waysOf = ({ instrument, chosen }: WaysOrder): Ways => {
  const known = new Map<string, Way>()
  const timed = (shown: readonly string[], pages: readonly string[]): Way => {
    const key = shown.join('\n')
    const before = known.get(key)
    if (before !== undefined) return before
    const way = { ...minutesOf(instrument, { shown, pages }), items: shown.length }
    known.set(key, way)
    return way
  }
  const walks = simulate(instrument, { n: TRIED, seed: SEED, nonResponse: 0, missingCodes: 0 })
  const ways = walks
    .filter(({ outcome }) => outcome === 'completed')
    .map(({ shown, reached }) => timed(shown, reached))
    .toSorted((one, other) => one.median - other.median)
  const own = walk(instrument, chosen)
  return {
    shortest: ways[0],
    typical: ways[Math.floor(ways.length / 2)],
    longest: ways.at(-1),
    tried: ways.length,
    own: timed(
      own.flatMap(({ shown }) => shown),
      own.map(({ page }) => page),
    ),
  }
}

/** Items whose answers decide on which way somebody goes, in the order of the form. */
export const decidingItems = (instrument: Instrument): ReturnType<typeof itemsOf> => {
  const names = new Set((instrument.panelCounts ?? []).map(({ from }) => from))
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) look(entry)
    else if (typeof value === 'object' && value !== null)
      for (const [property, inner] of Object.entries(value))
        if (/(visible|enable)If$/i.test(property) && typeof inner === 'string')
          for (const name of namesInExpression(inner)) names.add(name)
        else look(inner)
  }
  look(instrument.survey)
  return itemsOf(instrument).filter(
    ({ name, role, parent }) => parent === undefined && role === 'answer' && names.has(name),
  )
}
