import type { I18n } from '@echolot/i18n'
import type { UiLanguage } from '@echolot/ui'

const KEPT_AS = 'desk-language'

/** The language chosen on this device before, then those of the browser. */
export const preferredLanguages = (): readonly string[] => {
  const kept = localStorage.getItem(KEPT_AS)
  return kept === null ? navigator.languages : [kept, ...navigator.languages]
}

export const languageOf = ({ language }: Pick<I18n, 'language'>): UiLanguage =>
  language === 'en' ? 'en' : 'de'

export const chooseLanguageIn = (i18n: I18n) => (language: UiLanguage) => {
  localStorage.setItem(KEPT_AS, language)
  void i18n.changeLanguage(language)
}
