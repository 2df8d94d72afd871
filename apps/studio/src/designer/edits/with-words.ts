import type { Localized } from '@echolot/instrument'

/** A text outside the survey (a scale's label) with other words in one language. */
export const withWords = (
  before: Localized,
  {
    language,
    source,
    words,
  }: { readonly language: string; readonly source: string; readonly words: string },
): Localized => {
  if (typeof before === 'string' && language === source) return words
  const texts = typeof before === 'string' ? (before === '' ? {} : { default: before }) : before
  const key = language === source && texts[source] === undefined ? 'default' : language
  return { ...texts, [key]: words }
}
