import { type Instrument, itemsOf } from '@echolot/instrument'

/** Classes whose answers are somebody's own words. */
const IN_OWN_WORDS = new Set(['free-text', 'direct'])
/** Words beside a choice lie under the item's name and this. */
const COMMENT = /-Comment$/

export type Stripped = {
  readonly answers: Readonly<Record<string, unknown>>
  /** How many texts were taken out. */
  readonly texts: number
}

/**
 * Takes everything out of answers that was written in own words: items of class free text, and the words beside choices.
 * Within panels and matrices a name counts wherever it stands.
 */
export const stripperOf = (instrument: Instrument) => {
  const classes = new Map(instrument.variables.map(({ name, sensitivity }) => [name, sensitivity]))
  const named = itemsOf(instrument).filter(({ name, parent }) =>
    IN_OWN_WORDS.has(
      classes.get(name) ?? (parent === undefined ? undefined : classes.get(parent)) ?? '',
    ),
  )
  const keysOf = (items: typeof named) => new Set(items.flatMap(({ name, key }) => [name, key]))
  const outer = keysOf(named.filter(({ parent }) => parent === undefined))
  const inner = keysOf(named.filter(({ parent }) => parent !== undefined))
  return (answers: Readonly<Record<string, unknown>>): Stripped => {
    let texts = 0
    const without = (value: unknown, names: ReadonlySet<string>): unknown => {
      if (Array.isArray(value)) return value.map((one) => without(one, inner))
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, inside]) => {
          if (!names.has(key) && !COMMENT.test(key)) return [[key, without(inside, inner)]]
          texts += wordsIn(inside)
          return []
        }),
      )
    }
    return { answers: without(answers, outer) as Stripped['answers'], texts }
  }
}

const wordsIn = (value: unknown): number => {
  if (value === null || value === '') return 0
  return typeof value === 'object'
    ? Object.values(value).reduce((sum: number, one) => sum + wordsIn(one), 0)
    : 1
}
