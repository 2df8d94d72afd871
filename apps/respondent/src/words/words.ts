import type { Words as WordsOfAll } from '@echolot/i18n'
import { makeI18n } from '@echolot/i18n'
import { de } from './de.ts'
import { en } from './en.ts'

/** All words of the shell, as German has them. */
export type Words = typeof de
/** Some of the words; what is missing comes from the source language. */
export type SomeWords = { readonly [Group in keyof Words]?: Partial<Words[Group]> }

type Keys<Node, Path extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Path}${Key}`
    : Keys<Node[Key], `${Path}${Key}.`>
}[keyof Node & string]
/** The name of one word, e.g. `entrance.title`. */
export type WordKey = Keys<Words>

/** Says one word in the chosen language; `values` fill its `{{gaps}}`. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

/** Languages whose words are fetched only when somebody reads them. Drafts until native speakers have reviewed them. */
const OTHERS: Readonly<Record<string, () => Promise<SomeWords>>> = {
  'de-x-ls': () => import('./de-x-ls.ts').then(({ deEasy }) => deEasy),
  tr: () => import('./tr.ts').then(({ tr }) => tr),
  ar: () => import('./ar.ts').then(({ ar }) => ar),
  uk: () => import('./uk.ts').then(({ uk }) => uk),
  ru: () => import('./ru.ts').then(({ ru }) => ru),
}

/** Whether the shell's words in this language still wait for a native speaker's review. */
export const isDraft = (language: string): boolean => Object.hasOwn(OTHERS, language)

const sayIn = (words: WordsOfAll, language: string): Say => {
  const { t } = makeI18n(words, [language])
  return (key, values) => t(key, values ?? {})
}

/** German and English: there from the first moment. */
export const sayAtOnce = (language: string): Say => sayIn({ de, en }, language)

/** The words in any language, fetched when they are not there yet; gaps are filled from German. */
export const fetchSay = async (language: string): Promise<Say> => {
  const fetchWords = OTHERS[language]
  if (fetchWords === undefined) return sayAtOnce(language)
  return sayIn({ de, [language]: await fetchWords() }, language)
}
