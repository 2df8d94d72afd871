import type { SomeWords } from './words.ts'

export const uk: SomeWords = {}
