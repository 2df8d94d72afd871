import type { Instrument } from '@echolot/instrument'
import { type ReasonLanguage, reasonText } from './reasons/reason-text.ts'
import type { Reason } from './reasons/reasons.ts'

export { type ReasonLanguage, reasonText } from './reasons/reason-text.ts'
export type { Reason } from './reasons/reasons.ts'

/** `kept`: means the same here. `approximated`: something near it. `dropped`: not taken over. */
export type Fate = 'kept' | 'approximated' | 'dropped'

/** What became of one thing in the source. */
export type Loss = {
  readonly fate: Fate
  /** Where it stands in the source, in the source's own terms: `survey!row 12`, `[job].branching_logic`, `question 4711`. */
  readonly path: string
  /** What it is there, e.g. `type "geopoint"` or `relevance expression`. */
  readonly what: string
  /** Where it went: JSON Pointer into the target; absent for what was dropped. */
  readonly target?: string
  /** Why it is not the same, and what to do by hand; present for everything that is not `kept`. */
  readonly reason?: Reason
}

/** Everything the source held, each once, in the order of the source. */
export type LossReport = readonly Loss[]

/** The same with its reason in words. */
export type WordedLoss = Omit<Loss, 'reason'> & { readonly code?: string; readonly reason?: string }

/** A loss in the words of a language; its code stays beside them. */
export const worded = ({ reason, ...loss }: Loss, language: ReasonLanguage): WordedLoss =>
  reason === undefined ? loss : { ...loss, code: reason.code, reason: reasonText(reason, language) }

/** A questionnaire from somebody else's format. */
export type Imported = { readonly instrument: Instrument; readonly losses: LossReport }

/** Counts by fate, for the line above the list. */
export const countFates = (losses: LossReport): { readonly [fate in Fate]: number } => ({
  kept: losses.filter(({ fate }) => fate === 'kept').length,
  approximated: losses.filter(({ fate }) => fate === 'approximated').length,
  dropped: losses.filter(({ fate }) => fate === 'dropped').length,
})
