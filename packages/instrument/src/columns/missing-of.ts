import type { Choice } from '../choices-of.ts'
import type { VariableNote } from '../instrument.ts'

const NO_ANSWER = -99
/** What the library stores for its own choices of not answering, and our codes for it. */
export const KEYWORD_CODES: Readonly<Record<string, number>> = { refused: -88, dontknow: -77 }
export const MISSING_CHOICES = new Set<number | string>([-77, -88, 'refused', 'dontknow'])

/** The missing codes a variable can hold. */
export const missingOf = (
  choices: readonly Choice[],
  note: VariableNote | undefined,
): readonly number[] =>
  [-77, -88]
    .filter(
      (code) =>
        note?.missing?.includes(code) === true ||
        choices.some(({ value }) => value === code || KEYWORD_CODES[String(value)] === code),
    )
    .concat(NO_ANSWER)

/** Whether an answer is none. */
export const isBlank = (raw: unknown) =>
  raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0)
