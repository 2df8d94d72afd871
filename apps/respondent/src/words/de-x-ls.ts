import type { SomeWords } from './words.ts'

export const deEasy: SomeWords = {}
