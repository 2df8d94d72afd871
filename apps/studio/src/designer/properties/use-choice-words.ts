import { useTranslation } from 'react-i18next'
import { choiceWords } from './words/choice-words.ts'

/** The words for a value such as `onHidden`; those that nobody has written words for stand as they are. */
export const useChoiceWords = (): ((value: string) => string) => {
  const { i18n } = useTranslation()
  return (value) => choiceWords(value, i18n.language === 'en' ? 'en' : 'de')
}
