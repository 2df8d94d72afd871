import { de } from './words-de.ts'
import { en } from './words-en.ts'

/** Words of the logic room, of one shape in both languages. */
export type LogicWords = typeof de

export const LOGIC_WORDS: { readonly de: LogicWords; readonly en: LogicWords } = { de, en }
