import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { CODING_WORDS } from '../coding/words.ts'
import { ANSWERING_WORDS } from '../designer/answering/words.ts'
import { CANVAS_WORDS } from '../designer/canvas/words.ts'
import { COMMENTS_WORDS } from '../designer/comments/words.ts'
import { EXCHANGE_WORDS } from '../designer/import/words.ts'
import { LIBRARY_WORDS } from '../designer/library/words.ts'
import { LOGIC_WORDS } from '../designer/logic/words.ts'
import { PROPERTIES_WORDS } from '../designer/properties/words.ts'
import { READY_WORDS } from '../designer/ready/words.ts'
import { REPLACE_WORDS } from '../designer/replace/words.ts'
import { SCIENCE_WORDS } from '../designer/science/words.ts'
import { TOGETHER_WORDS } from '../designer/together/words.ts'
import { TRANSLATION_WORDS } from '../designer/translation/words.ts'
import { TRIAL_WORDS } from '../designer/trial/words.ts'
import { WORDING_WORDS } from '../designer/wording/words.ts'
import { DESIGNER_WORDS } from '../designer/words.ts'
import { FIELDWORK_WORDS } from '../fieldwork/words.ts'
import { FREEZES_WORDS } from '../freezes/words.ts'
import { MEASURES_WORDS } from '../measures/words.ts'
import { REPORTS_WORDS } from '../reports/words.ts'
import { SCREEN_WORDS } from '../screen/words.ts'
import { APP_WORDS } from './words.ts'

export type StudioLanguage = 'de' | 'en'

const KEPT_AS = 'studio-language'
const wordsIn = (language: StudioLanguage) => ({
  answering: ANSWERING_WORDS[language],
  app: APP_WORDS[language],
  canvas: CANVAS_WORDS[language],
  ready: READY_WORDS[language],
  coding: CODING_WORDS[language],
  comments: COMMENTS_WORDS[language],
  designer: DESIGNER_WORDS[language],
  exchange: EXCHANGE_WORDS[language],
  fieldwork: FIELDWORK_WORDS[language],
  freezes: FREEZES_WORDS[language],
  library: LIBRARY_WORDS[language],
  logic: LOGIC_WORDS[language],
  measures: MEASURES_WORDS[language],
  properties: PROPERTIES_WORDS[language],
  replace: REPLACE_WORDS[language],
  reports: REPORTS_WORDS[language],
  science: SCIENCE_WORDS[language],
  screen: SCREEN_WORDS[language],
  together: TOGETHER_WORDS[language],
  translation: TRANSLATION_WORDS[language],
  trial: TRIAL_WORDS[language],
  wording: WORDING_WORDS[language],
})

/** The language chosen before, else the browser's if it is English, else German. */
const firstLanguage = (): StudioLanguage => {
  const kept = localStorage.getItem(KEPT_AS)
  if (kept === 'de' || kept === 'en') return kept
  return navigator.language.startsWith('en') ? 'en' : 'de'
}

/** All words of the studio, in the language of the person. */
export const startWords = () =>
  i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    supportedLngs: ['de', 'en'],
    resources: { de: wordsIn('de'), en: wordsIn('en') },
    defaultNS: 'app',
    /** React escapes already. */
    interpolation: { escapeValue: false },
    initAsync: false,
  })

export const chooseLanguage = (language: StudioLanguage) => {
  localStorage.setItem(KEPT_AS, language)
  void i18next.changeLanguage(language)
}
