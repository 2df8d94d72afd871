type Words = { readonly de: string; readonly en: string }

const ROWS: Readonly<Record<string, Words>> = {}

export const choiceWords = (value: string, language: 'de' | 'en'): string =>
  ROWS[value]?.[language] ?? value
