import { localizedOf, textIn } from '@echolot/instrument'

/** Whether a text is written in the language, only in the source language, or nowhere. */
export const writtenIn = (
  text: unknown,
  language: string,
  source: string,
): 'here' | 'elsewhere' | 'nowhere' => {
  const words = localizedOf(text, '')
  if ((textIn(words, language, source) ?? '') !== '') return 'here'
  return (textIn(words, source, source) ?? '') === '' ? 'nowhere' : 'elsewhere'
}
