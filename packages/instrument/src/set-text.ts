import { changedAt } from './changed-at.ts'
import type { Instrument } from './instrument.ts'
import { isLocalizedObject } from './localized.ts'
import { type Pointer, valueAt } from './pointer.ts'
import { keepStates } from './translation/keep-states.ts'

/**
 * The instrument with one text written in one language; an empty text removes it. A plain text becomes one in several
 * languages when a second language comes to it, and a choice such as `"Apple"` keeps its value. A changed translation is
 * a draft again; translations of a changed source turn stale.
 * @param path of the text in the survey as `textsOf` gives it, e.g. `/pages/0/elements/2/title`
 */
export const setText = (
  instrument: Instrument,
  {
    path,
    language,
    text,
  }: { readonly path: Pointer; readonly language: string; readonly text: string },
): Instrument =>
  keepStates(instrument, writtenAt(instrument, { path, language, text }), { same: 'path' })

/** The same without a look at what is kept about translations. */
export const writtenAt = (
  instrument: Instrument,
  {
    path,
    language,
    text,
  }: { readonly path: Pointer; readonly language: string; readonly text: string },
): Instrument => {
  const isSource = language === instrument.languages[0]?.tag
  const isChoice = /\/(choices|rows|columns|rateValues)\/\d+$/.test(path)
  return {
    ...instrument,
    survey: changedAt(instrument.survey, path, (before) => {
      if (before === undefined && text !== '') {
        const shown = valueShown(instrument, path)
        return withText(shown, { language, text, isSource })
      }
      if (!isChoice) return withText(before, { language, text, isSource })
      if (typeof before !== 'string' && typeof before !== 'number') return before
      return { value: before, text: withText(String(before), { language, text, isSource }) }
    }),
  }
}

/** What respondents read where a choice has no text: its value. */
const valueShown = (instrument: Instrument, path: Pointer): unknown => {
  const choice = /^(.*\/(?:choices|rows|columns|rateValues)\/\d+)\/text$/.exec(path)?.[1]
  const value = choice === undefined ? undefined : valueAt(instrument.survey, `${choice}/value`)
  return typeof value === 'string' ? value : undefined
}

/** A text's JSON with one language written; an empty text removes it. */
export const withText = (
  before: unknown,
  {
    language,
    text,
    isSource,
  }: { readonly language: string; readonly text: string; readonly isSource: boolean },
): unknown => {
  const texts: Record<string, string> = isLocalizedObject(before)
    ? { ...before }
    : typeof before === 'string' && before !== ''
      ? { default: before }
      : {}
  const key = isSource && !Object.hasOwn(texts, language) ? 'default' : language
  if (text === '') delete texts[key]
  else texts[key] = text
  const languages = Object.keys(texts)
  if (languages.length === 0) return undefined
  return languages.length === 1 && languages[0] === 'default' ? texts.default : texts
}
