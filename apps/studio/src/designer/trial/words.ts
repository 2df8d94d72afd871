import { de } from './words-de.ts'
import { en } from './words-en.ts'

export type TrialWords = typeof de

/** The words of trying a draft out. */
export const TRIAL_WORDS = { de, en } as const satisfies Record<'de' | 'en', TrialWords>
