import type { SomeWords } from './words.ts'

export const ar: SomeWords = {}
