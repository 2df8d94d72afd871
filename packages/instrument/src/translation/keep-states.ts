import type { Instrument, LanguageTranslations, TranslationRecord } from '../instrument.ts'
import { recordOf, statusWithoutRecord } from './state-of.ts'
import { sourceLanguageOf, type TextPlace, textPlacesOf, wordsAt } from './text-places.ts'

/**
 * `after` with the records that an edit from `before` calls for: a translation whose words changed is a draft again, one
 * whose source changed remembers the source it was made from, and a removed text takes its record along.
 * @param same what makes a text of both the same: its `key`, or its `path` for edits that move nothing and may rename
 */
export const keepStates = (
  before: Instrument,
  after: Instrument,
  { same = 'key' }: { readonly same?: 'key' | 'path' } = {},
): Instrument => {
  const others = after.languages.slice(1).map(({ tag }) => tag)
  if (before === after || others.length === 0) return after
  const { places, now } = apart(textPlacesOf(before), textPlacesOf(after), same)
  const byPath = new Map(same === 'path' ? places.map((place) => [place.path, place]) : [])
  const byKey = new Map(places.map((place) => [place.key, place]))
  const earlier = new Map(
    now.map((place) => [place.key, byPath.get(place.path) ?? byKey.get(place.key)]),
  )
  const remaining = new Set([...earlier.values()].map((place) => place?.key))
  const gone = places.filter(({ key }) => !remaining.has(key)).map(({ key }) => key)
  const touched = now.filter((place) => earlier.get(place.key)?.value !== place.value)
  const renames = now.flatMap(({ key }) => {
    const from = earlier.get(key)?.key
    return from === undefined || from === key ? [] : [{ from, key }]
  })
  if (touched.length + renames.length + gone.length === 0) return after
  return withRecords(
    after,
    new Map(
      others.map((language) => {
        const known = after.translations?.[language]?.units ?? {}
        const units = new Map(Object.entries(known))
        for (const key of gone) units.delete(key)
        const renamed = renames.flatMap(({ from, key }) => {
          const record = known[from]
          return record === undefined ? [] : [{ from, key, record }]
        })
        for (const { from } of renamed) units.delete(from)
        for (const { key, record } of renamed) units.set(key, record)
        for (const place of touched) {
          const record = recordAfter(
            { instrument: before, place: earlier.get(place.key) },
            { instrument: after, place },
            { language, kept: units.get(place.key) },
          )
          if (record === undefined) units.delete(place.key)
          else units.set(place.key, record)
        }
        return [language, Object.fromEntries(units)]
      }),
    ),
  )
}

/** Both without what they have in common at their beginnings and ends: of thousands of texts an edit touches few. */
const apart = (
  before: readonly TextPlace[],
  after: readonly TextPlace[],
  same: 'key' | 'path',
): { readonly places: readonly TextPlace[]; readonly now: readonly TextPlace[] } => {
  const isKept = (one: TextPlace | undefined, other: TextPlace | undefined) =>
    one === other ||
    (one?.key === other?.key &&
      one?.value === other?.value &&
      (same === 'key' || one?.path === other?.path))
  const shorter = Math.min(before.length, after.length)
  let first = 0
  while (first < shorter && isKept(before[first], after[first])) first += 1
  let last = 0
  while (last < shorter - first && isKept(before.at(-1 - last), after.at(-1 - last))) last += 1
  return {
    places: before.slice(first, before.length - last),
    now: after.slice(first, after.length - last),
  }
}

type Seen<Place> = { readonly instrument: Instrument; readonly place: Place }

const recordAfter = (
  before: Seen<TextPlace | undefined>,
  after: Seen<TextPlace>,
  { language, kept }: { readonly language: string; readonly kept: TranslationRecord | undefined },
): TranslationRecord | undefined => {
  const words = wordsAt(after.place, after.instrument, language)
  if (words === undefined) return undefined
  const source = wordsAt(after.place, after.instrument, sourceLanguageOf(after.instrument)) ?? ''
  const old =
    before.place === undefined
      ? undefined
      : {
          words: wordsAt(before.place, before.instrument, language),
          source: wordsAt(before.place, before.instrument, sourceLanguageOf(before.instrument)),
          record: recordOf(before.instrument, before.place.key, language),
        }
  const isWritten = kept !== undefined && kept !== old?.record
  if (isWritten) return kept
  if (old === undefined)
    return (
      kept ?? (isDraftAnyway(after.instrument, language) ? undefined : { status: 'draft', source })
    )
  if (words !== old.words) return { status: 'draft', source }
  if (kept === undefined && source !== (old.source ?? ''))
    return { status: statusWithoutRecord(before.instrument, language), source: old.source ?? '' }
  return kept
}

const isDraftAnyway = (instrument: Instrument, language: string) =>
  statusWithoutRecord(instrument, language) === 'draft'

/** The instrument with the records of these languages put in place; a language without any keeps none. */
export const withRecords = (
  instrument: Instrument,
  records: ReadonlyMap<string, LanguageTranslations['units']>,
): Instrument => {
  const languages = Object.fromEntries(
    instrument.languages.flatMap(({ tag, status }): readonly [string, LanguageTranslations][] => {
      const known = instrument.translations?.[tag]
      const units = records.get(tag) ?? known?.units ?? {}
      const others = statusWithoutRecord(instrument, tag)
      const saysNothing =
        Object.keys(units).length === 0 && (status === 'draft') === (others === 'draft')
      return saysNothing ? [] : [[tag, { others, units }]]
    }),
  )
  const { translations: before, ...rest } = instrument
  if (Object.keys(languages).length === 0) return before === undefined ? instrument : rest
  return JSON.stringify(languages) === JSON.stringify(before)
    ? instrument
    : { ...rest, translations: languages }
}
