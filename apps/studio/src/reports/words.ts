import { de } from './words-de.ts'
import { en } from './words-en.ts'

export type { ReportsWords } from './words-de.ts'
export const REPORTS_WORDS = { de, en }
