import type { SomeWords } from './words.ts'

export const ru: SomeWords = {}
