import type { UiLanguage } from '@echolot/ui'

/** A day as people write it: 3. Mai 2027. */
export const dayText = (day: string, language: UiLanguage) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
