import { surveyLocalization } from 'survey-core'

type Strings = Readonly<Record<string, unknown>>

/** survey-core's own words: corrected where they are poor, and fetched only in the language that is read. */
const FETCH: Readonly<Record<string, () => Promise<unknown>>> = {
  de: () => import('survey-core/i18n/german'),
  tr: () => import('survey-core/i18n/turkish'),
  ar: () => import('survey-core/i18n/arabic'),
  uk: () => import('survey-core/i18n/ukrainian'),
  ru: () => import('survey-core/i18n/russian'),
}

const CORRECTED: Readonly<Record<string, Strings>> = {
  de: {
    requiredError: 'Bitte beantworten Sie diese Frage, dann geht es weiter.',
    numericError: 'Bitte schreiben Sie hier nur eine Zahl.',
    numericMin: 'Bitte geben Sie eine Zahl ab {1} ein.',
    minError: 'Bitte geben Sie eine Zahl ab {0} ein.',
    maxError: 'Bitte geben Sie höchstens {0} ein.',
    invalidStepError: 'Bitte geben Sie einen Wert in Schritten von {0} ein.',
    loadingPage: 'Einen Moment …',
    loadingData: 'Einen Moment …',
    startSurveyText: 'Anfangen',
    exceedMaxFiles: 'Sie können höchstens {0} Dateien auswählen.',
    optionsCaption: 'Bitte auswählen …',
    invalidInput: 'Das passt hier nicht.',
    clearCaption: 'Leeren',
    emptyMessage: 'Nichts vorhanden',
  },
  en: {
    requiredError: 'Please answer this question, then we can go on.',
    numericError: 'Please write only a number here.',
    minError: 'Please enter a number from {0} up.',
    maxError: 'Please enter {0} at most.',
    loadingPage: 'One moment …',
    loadingData: 'One moment …',
  },
}

const languageOf = (tag: string) => tag.split('-')[0] as string

/** Makes survey-core speak a language, easy German with German words. */
export const fetchLocale = async (tag: string): Promise<void> => {
  const language = languageOf(tag)
  await FETCH[language]?.()
  const { locales } = surveyLocalization as unknown as { locales: Record<string, Strings> }
  const words = { ...(locales[language] ?? {}), ...(CORRECTED[language] ?? {}) }
  locales[language] = words
  if (tag !== language) locales[tag] = words
}
