import type { Language } from './model.ts'

/** A day, ISO 8601, as it is printed: `1. Juni 2027`, `1 June 2027`. */
export const dayWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  )

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const
