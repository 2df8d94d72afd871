import type { Result } from '../result.ts'

/** What a method gives back; the runner adds id and method. */
export type Found = Omit<Result, 'id' | 'method'>
