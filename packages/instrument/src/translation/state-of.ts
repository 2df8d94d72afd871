import type { Instrument, TranslationRecord, TranslationState } from '../instrument.ts'
import { sourceLanguageOf, type TextPlace, wordsAt } from './text-places.ts'

/** What is kept about one text in one language; undefined when nothing was recorded. */
export const recordOf = (
  instrument: Instrument,
  key: string,
  language: string,
): TranslationRecord | undefined => {
  const units = instrument.translations?.[language]?.units
  return units !== undefined && Object.hasOwn(units, key) ? units[key] : undefined
}

/** The status of texts without a record: as fixed when records began, before that the language's own. */
export const statusWithoutRecord = (
  instrument: Instrument,
  language: string,
): 'draft' | 'reviewed' =>
  instrument.translations?.[language]?.others ??
  (instrument.languages.find(({ tag }) => tag === language)?.status === 'draft'
    ? 'draft'
    : 'reviewed')

/** How far one text has come. Stale exactly while its source differs from the one it was made from. */
export const stateOf = (
  instrument: Instrument,
  place: TextPlace,
  language: string,
): TranslationState => {
  if (wordsAt(place, instrument, language) === undefined) return 'missing'
  const source = sourceLanguageOf(instrument)
  if (language === source) return 'source'
  const record = recordOf(instrument, place.key, language)
  if (record === undefined) return statusWithoutRecord(instrument, language)
  return record.source === (wordsAt(place, instrument, source) ?? '') ? record.status : 'stale'
}
