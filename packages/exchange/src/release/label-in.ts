import { type Localized, textIn } from '@echolot/instrument'

/**
 * The words for one language: its own, else those of the language it is a variety of (`de` for `de-x-ls`), else the
 * source language's, else English.
 */
export const labelIn = (text: Localized, language: string, source: string): string => {
  if (typeof text === 'string') return text
  const base = language.split('-')[0] as string
  for (const tag of [language, base, source, 'default', 'en']) {
    const found = tag === 'default' ? text.default : textIn(text, tag, source)
    if (found !== undefined && found !== '') return found
  }
  return Object.values(text).find((words) => words !== '') ?? ''
}
