import i18next, { type i18n, type ResourceLanguage } from 'i18next'
import { chooseLanguage } from './languages.ts'

export type { i18n as I18n } from 'i18next'

/** Words by language tag, as nested objects; plural forms end in `_one`, `_other` … */
export type Words = Readonly<Record<string, ResourceLanguage>>

/**
 * A screen's words in the language that serves best. A word that is missing in it comes from the nearest
 * language, then from the first of `words`; one missing everywhere shows its key.
 * `words` lie beside the screen that says them. React escapes; nothing is escaped here.
 */
export const makeI18n = (words: Words, preferred: readonly string[]): i18n => {
  const offered = Object.keys(words)
  const language = chooseLanguage(preferred, offered)
  const instance = i18next.createInstance()
  instance.init({
    lng: language,
    fallbackLng: fallbacks(language, offered),
    resources: Object.fromEntries(offered.map((tag) => [tag, { translation: words[tag] ?? {} }])),
    supportedLngs: offered,
    load: 'currentOnly',
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  })
  return instance
}

/** From the nearest language to the source: `de-x-ls` falls back to `de`. */
const fallbacks = (language: string, offered: readonly string[]): string[] => {
  const nearest = chooseLanguage(
    [language],
    offered.filter((tag) => tag !== language).concat(offered.slice(0, 1)),
  )
  return [...new Set([nearest, offered[0] as string])]
}
