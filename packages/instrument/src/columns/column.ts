import type { Variable } from '../instrument.ts'

/** One variable, and how its value is read out of a response's answers. */
export type Column = {
  readonly variable: Variable
  /** The name it would have if no other variable had it already. */
  readonly wanted: string
  readonly page: string
  /** The item's names among `shown`, the most exact first; any of them means that it was displayed. */
  readonly shownAs: readonly string[]
  /** Name of the panel or matrix whose display only counts for entries that exist, for variables of one entry. */
  readonly entryOf?: { readonly container: string; readonly conditional: boolean }
  /** Groups the variables that one answer fills, e.g. all choices of a multiple choice. */
  readonly answer: string
  readonly role: 'answer' | 'computed' | 'comment'
  /** Whether the entry that holds the cell exists in these answers. */
  readonly exists: (answers: Answers) => boolean
  /** The cell as answered: undefined when blank, `UNREADABLE` when it is nothing this variable can hold. */
  readonly read: (answers: Answers) => number | string | undefined | typeof UNREADABLE
}

/** Answers as SurveyJS keeps them. */
export type Answers = { readonly [key: string]: unknown }

/** An answer that does not fit its variable; never guessed at. */
export const UNREADABLE = Symbol('unreadable')
