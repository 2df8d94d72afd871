import type { Pointer } from '../pointer.ts'

/** One thing to mend in an instrument. Errors keep it from being published; warnings want a look. */
export type StructureProblem = {
  /** JSON pointer into the instrument; into its survey it begins with `/survey`. */
  readonly path: Pointer
  readonly severity: 'error' | 'warning'
  readonly rule: string
  readonly message: string
  readonly remedy: string
}

/** A pointer into the survey as one into the instrument. */
export const inSurvey = (path: Pointer): Pointer => `/survey${path}`
