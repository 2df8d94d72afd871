import { type Instrument, type Localized, localizedOf, textOf } from '@echolot/instrument'
import type { Place } from '@echolot/routing/logic'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf } from '../../screen/language-name.ts'

/** Longest piece of a title in a list. */
const LONGEST = 70

/** A text of a questionnaire without markup, in a language where it has it, else in the source. */
export const plainText = (text: Localized, language: string, source: string): string =>
  textOf(text, language, source)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const shortened = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text

/** Titles of places, in the page's language where they have it. */
export const useSay = (instrument?: Instrument) => {
  const { i18n } = useTranslation('logic')
  const language = i18n.language
  const source = instrument?.languages[0]?.tag ?? language
  const say = (text: Localized) => plainText(text, language, source)
  const titleOf = ({ name, json }: Place): string => {
    const title = shortened(say(localizedOf(json.title ?? json.text, '')))
    return title === '' || title === name ? name : `${title} · ${name}`
  }
  return { say, titleOf, language: htmlLanguageOf(language) }
}
