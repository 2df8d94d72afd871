/** SurveyJS's own words ("Next", "Complete") by language; English is built in. */
const LOADERS: Readonly<Record<string, () => Promise<unknown>>> = {
  ar: () => import('survey-core/i18n/arabic'),
  bg: () => import('survey-core/i18n/bulgarian'),
  cs: () => import('survey-core/i18n/czech'),
  de: () => import('survey-core/i18n/german'),
  es: () => import('survey-core/i18n/spanish'),
  fa: () => import('survey-core/i18n/persian'),
  fr: () => import('survey-core/i18n/french'),
  he: () => import('survey-core/i18n/hebrew'),
  hr: () => import('survey-core/i18n/croatian'),
  it: () => import('survey-core/i18n/italian'),
  nl: () => import('survey-core/i18n/dutch'),
  pl: () => import('survey-core/i18n/polish'),
  pt: () => import('survey-core/i18n/portuguese'),
  ro: () => import('survey-core/i18n/romanian'),
  ru: () => import('survey-core/i18n/russian'),
  sr: () => import('survey-core/i18n/serbian'),
  tr: () => import('survey-core/i18n/turkish'),
  uk: () => import('survey-core/i18n/ukrainian'),
  ur: () => import('survey-core/i18n/urdu'),
}

/** Loads the words of a language and its plain-language variants; other languages keep English ones. */
export const loadLocale = async (tag: string): Promise<void> => {
  await LOADERS[tag.split('-')[0] ?? tag]?.()
}
