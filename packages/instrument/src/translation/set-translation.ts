import { changedAt } from '../changed-at.ts'
import type { Instrument, TranslationRecord } from '../instrument.ts'
import { withText, writtenAt } from '../set-text.ts'
import { keepStates, withRecords } from './keep-states.ts'
import { stateOf } from './state-of.ts'
import { sourceLanguageOf, type TextPlace, textPlacesOf, wordsAt } from './text-places.ts'

/** Who did it and when; the day as ISO 8601. */
export type Done = { readonly by?: string | undefined; readonly on?: string | undefined }

/** One text to be written in one language. */
export type TranslationChange = {
  readonly key: string
  readonly language: string
  /** An empty text removes the translation. */
  readonly text: string
  readonly state: 'draft' | 'reviewed'
  readonly note?: string | undefined
  /** The source text it was made from, when that is no longer the present one; the translation is stale then. */
  readonly madeFrom?: string | undefined
} & Done

/**
 * The instrument with one text written in one language and its state recorded. An empty text removes the translation;
 * in the source language there is no state, and the translations of a changed text turn stale. An unknown key changes nothing.
 */
export const setTranslation = (instrument: Instrument, change: TranslationChange): Instrument =>
  setTranslations(instrument, [change])

/** The same for many texts at once. */
export const setTranslations = (
  instrument: Instrument,
  changes: readonly TranslationChange[],
): Instrument => {
  const source = sourceLanguageOf(instrument)
  let written = instrument
  let places = placesByKey(instrument)
  const records = new Map<string, Record<string, TranslationRecord>>()
  for (const change of changes.filter(({ language }) => language !== source)) {
    const { key, language, text, state, note, madeFrom, by, on } = change
    const place = places.get(key)
    if (place === undefined) continue
    written = withWords(written, { place, language, text })
    if (PLAIN_CHOICE.test(place.path)) places = placesByKey(written)
    const units = records.get(language) ?? { ...instrument.translations?.[language]?.units }
    records.set(language, units)
    if (text === '') delete units[key]
    else {
      const record = recordFrom(instrument, { place, state, done: { by, on }, note })
      units[key] = { ...record, source: madeFrom ?? record.source }
    }
  }
  written = withRecords(written, records)
  for (const { key, language, text } of changes)
    if (language === source) {
      const place = placesByKey(written).get(key)
      if (place !== undefined)
        written = keepStates(written, withWords(written, { place, language, text }), {
          same: 'path',
        })
    }
  return written
}

const PLAIN_CHOICE = /\/\d+$/
const placesByKey = (instrument: Instrument) =>
  new Map(textPlacesOf(instrument).map((place) => [place.key, place]))

/**
 * These texts of a language, or all it has, marked as reviewed for the source as it stands now; what is not translated
 * stays missing.
 */
export const markReviewed = (
  instrument: Instrument,
  {
    language,
    keys,
    ...done
  }: { readonly language: string; readonly keys?: readonly string[] } & Done,
): Instrument => {
  if (language === sourceLanguageOf(instrument)) return instrument
  const wanted = keys === undefined ? undefined : new Set(keys)
  const reviewed = textPlacesOf(instrument).filter(
    (place) =>
      (wanted === undefined || wanted.has(place.key)) &&
      !['missing', 'reviewed'].includes(stateOf(instrument, place, language)),
  )
  if (reviewed.length === 0) return instrument
  const units = { ...instrument.translations?.[language]?.units }
  for (const place of reviewed) {
    const { note } = units[place.key] ?? {}
    units[place.key] = recordFrom(instrument, { place, state: 'reviewed', done, note })
  }
  return withRecords(instrument, new Map([[language, units]]))
}

/** One text marked as a draft again, e.g. after an objection, whatever it was. */
export const markDraft = (
  instrument: Instrument,
  {
    key,
    language,
    note,
    ...done
  }: { readonly key: string; readonly language: string; readonly note?: string | undefined } & Done,
): Instrument => {
  const place = textPlacesOf(instrument).find((one) => one.key === key)
  return place === undefined || stateOf(instrument, place, language) === 'missing'
    ? instrument
    : withRecord(instrument, {
        key,
        language,
        record: recordFrom(instrument, { place, state: 'draft', done, note }),
      })
}

const withWords = (
  instrument: Instrument,
  {
    place,
    language,
    text,
  }: { readonly place: TextPlace; readonly language: string; readonly text: string },
): Instrument => {
  if (place.reader === 'respondents')
    return writtenAt(instrument, { path: place.path.slice('/survey'.length), language, text })
  const isSource = language === sourceLanguageOf(instrument)
  return changedAt(instrument, place.path, (before) =>
    withText(before, { language, text, isSource }),
  )
}

const recordFrom = (
  instrument: Instrument,
  {
    place,
    state,
    done: { by, on },
    note,
  }: {
    readonly place: TextPlace
    readonly state: 'draft' | 'reviewed'
    readonly done: Done
    readonly note: string | undefined
  },
): TranslationRecord => ({
  status: state,
  source: wordsAt(place, instrument, sourceLanguageOf(instrument)) ?? '',
  ...(by === undefined ? {} : { by }),
  ...(on === undefined ? {} : { on }),
  ...(note === undefined ? {} : { note }),
})

/** The instrument with exactly this record for one text; the text itself is left alone. */
export const withRecord = (
  instrument: Instrument,
  {
    key,
    language,
    record,
  }: {
    readonly key: string
    readonly language: string
    readonly record: TranslationRecord | undefined
  },
): Instrument => {
  const { [key]: _, ...others } = instrument.translations?.[language]?.units ?? {}
  return withRecords(
    instrument,
    new Map([[language, record === undefined ? others : { ...others, [key]: record }]]),
  )
}
