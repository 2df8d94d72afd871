import type { Pointer } from '@echolot/instrument'
import type { FindingCode, FindingText } from './finding-words.ts'
import type { Place } from './places-of.ts'
import type { Witness } from './witness.ts'

/** Something proved about a questionnaire's logic. */
export type Finding = {
  readonly code: FindingCode
  /** `note`: no mistake, but worth knowing. */
  readonly severity: 'error' | 'warning' | 'note'
  /** Into the instrument, e.g. `/survey/pages/0/elements/1/visibleIf`. */
  readonly pointer: Pointer
  /** Name of the page, item, choice or the like it is about, and of the page it stands on. */
  readonly name: string
  readonly page: string
  /** The finding in words, with a remedy. */
  readonly words: { readonly de: FindingText; readonly en: FindingText }
  /** Names of other items that play a part. */
  readonly others: readonly string[]
  /** Answers that show it, where showing is what it takes. */
  readonly witness?: Witness
}

/** Something that can be reached, and one way there. */
export type Reached = {
  readonly pointer: Pointer
  readonly kind: Place['kind']
  readonly name: string
  readonly witness: Witness
}

/** What could not be decided, and why. */
export type Undecided = {
  readonly pointer: Pointer
  readonly kind: Place['kind']
  readonly name: string
  /** `time` ran out; `open`: it hangs on something nobody can compute beforehand, such as today's date. */
  readonly reason: 'time' | 'open'
}

/** What was proved, reached and left open. */
export type Proof = {
  readonly findings: readonly Finding[]
  readonly reached: readonly Reached[]
  readonly undecided: readonly Undecided[]
}
