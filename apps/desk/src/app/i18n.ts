import { makeI18n } from '@echolot/i18n'
import type { UiLanguage } from '@echolot/ui'
import { ADDRESSES_WORDS } from '../addresses/words.ts'
import { CASES_WORDS } from '../cases/words.ts'
import { FEEDBACK_WORDS } from '../feedback/words.ts'
import { MAILINGS_WORDS } from '../mailings/words.ts'
import { OVERVIEW_WORDS } from '../overview/words.ts'
import { RETURNS_WORDS } from '../returns/words.ts'
import { APP_WORDS } from './words.ts'

const wordsIn = (language: UiLanguage) => ({
  app: APP_WORDS[language],
  overview: OVERVIEW_WORDS[language],
  addresses: ADDRESSES_WORDS[language],
  mailings: MAILINGS_WORDS[language],
  cases: CASES_WORDS[language],
  returns: RETURNS_WORDS[language],
  feedback: FEEDBACK_WORDS[language],
})

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: ReturnType<typeof wordsIn> }
    readonly returnNull: false
  }
}

/** All words of the desk, in the first of these languages that it speaks. */
export const makeDeskI18n = (preferred: readonly string[]) =>
  makeI18n({ de: wordsIn('de'), en: wordsIn('en') }, preferred)
