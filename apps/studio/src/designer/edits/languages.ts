import type { Instrument } from '@echolot/instrument'
import { setTranslations, translationUnits } from '@echolot/instrument/translation'

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

/** The questionnaire without one language: its texts and all that was kept about them leave with it. */
export const removeLanguage = (instrument: Instrument, tag: string): Instrument => {
  const source = instrument.languages[0]?.tag
  if (tag === source || !instrument.languages.some((language) => language.tag === tag))
    return instrument
  const emptied = setTranslations(
    instrument,
    translationUnits(instrument)
      .filter(({ translations }) => translations[tag]?.text !== undefined)
      .map(({ key }) => ({ key, language: tag, text: '', state: 'draft' })),
  )
  const { [tag]: _, ...translations } = emptied.translations ?? {}
  const { translations: before, ...rest } = emptied
  return {
    ...rest,
    languages: instrument.languages.filter((language) => language.tag !== tag),
    ...(Object.keys(translations).length === 0 ? {} : { translations }),
  }
}
