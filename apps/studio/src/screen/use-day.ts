import { useTranslation } from 'react-i18next'

/** Writes an ISO day, or a moment, as a day of the page's language, e.g. “3. Mai 2027”. */
export const useDay = () => {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'de-DE', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  })
  return (day: string): string => format.format(new Date(day))
}
