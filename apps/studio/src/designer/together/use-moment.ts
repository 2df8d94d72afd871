import { useTranslation } from 'react-i18next'

/** Writes a moment as day and time of the reader's own clock; of today only the time. */
export const useMoment = () => {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en-GB' : 'de-DE'
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' })
  const whole = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (moment: string): string => {
    const at = new Date(moment)
    return at.toDateString() === new Date().toDateString() ? time.format(at) : whole.format(at)
  }
}
