import type { Instrument } from '@echolot/instrument'

type Language = Instrument['languages'][number]

/** How far a language has come, and whether respondents are offered it. */
export const setLanguage = (
  instrument: Instrument,
  tag: string,
  change: Partial<Pick<Language, 'status' | 'live'>>,
): Instrument => ({
  ...instrument,
  languages: instrument.languages.map((language) =>
    language.tag === tag ? { ...language, ...change } : language,
  ),
})

/** One more language, a draft that respondents are not offered. */
export const addLanguage = (instrument: Instrument, tag: string): Instrument =>
  instrument.languages.some((language) => language.tag === tag)
    ? instrument
    : { ...instrument, languages: [...instrument.languages, { tag, status: 'draft', live: false }] }
