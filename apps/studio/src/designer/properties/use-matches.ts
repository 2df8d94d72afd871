import { useTranslation } from 'react-i18next'
import type { PropertySpec } from './describe.ts'
import { propertyWords } from './words/property-words.ts'

/** Whether a property's name, label or help holds all the words that were typed. */
export const useMatches = (words: string): ((property: PropertySpec) => boolean) => {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'de'
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return ({ name }) => {
    const { label, help } = propertyWords(name, language)
    const text = `${name} ${label} ${help}`.toLocaleLowerCase()
    return wanted.every((word) => text.includes(word))
  }
}
