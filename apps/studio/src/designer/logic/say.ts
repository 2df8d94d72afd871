import { type Instrument, type Localized, localizedOf, pagesOf, textOf } from '@echolot/instrument'
import type { Place } from '@echolot/routing/logic'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

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
export const useSay = (instrument: Instrument) => {
  const { i18n } = useTranslation('logic')
  const language = i18n.language
  const source = instrument.languages[0]?.tag ?? language
  const say = (text: Localized) => plainText(text, language, source)
  const titleOf = ({ name, json }: Place): string => {
    const title = shortened(say(localizedOf(json.title ?? json.text, '')))
    return title === '' || title === name ? name : `${title} · ${name}`
  }
  return { say, titleOf }
}

/** The title of a page beside its name, by its name. */
export const usePageTitles = (instrument: Instrument): ((name: string) => string) => {
  const { i18n } = useTranslation('logic')
  const language = i18n.language
  return useMemo(() => {
    const source = instrument.languages[0]?.tag ?? language
    const titles = new Map(
      pagesOf(instrument).map(({ name, json }) => {
        const title = shortened(plainText(localizedOf(json.title, ''), language, source))
        return [name, title === '' || title === name ? name : `${title} · ${name}`]
      }),
    )
    return (name) => titles.get(name) ?? name
  }, [instrument, language])
}
