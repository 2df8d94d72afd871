import type { SomeWords } from './words.ts'

export const tr: SomeWords = {}
