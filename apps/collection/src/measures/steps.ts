import { isEnded, type MeasureState, needsLead, needsReason } from '@echolot/contract/measures'
import type { CollectionRole } from '@echolot/study'

/** Why a measure cannot take a step. */
export type StepFault =
  /** It is there already. */
  | 'same'
  /** What is done stays done. */
  | 'done'
  /** What was given up is proposed anew before it goes on. */
  | 'given-up'
  /** Deciding is for the project's lead. */
  | 'lead-decides'
  /** Giving up and going back are told to those who hoped for it. */
  | 'why-needed'

/** Whether a measure may go from one state to another, and what is missing for it. */
export const stepFault = (
  {
    from,
    to,
    why,
  }: { readonly from: MeasureState; readonly to: MeasureState; readonly why: string },
  role: CollectionRole,
): StepFault | undefined => {
  if (from === to) return 'same'
  if (from === 'done') return 'done'
  if (from === 'not-pursued' && to !== 'proposed') return 'given-up'
  if (needsReason(from, to) && why === '') return 'why-needed'
  return needsLead(from, to) && role !== 'lead' ? 'lead-decides' : undefined
}

/** Whether somebody should have looked at it before `today`; days as ISO 8601. */
export const isOverdue = (
  {
    state,
    due,
    nextReview,
  }: {
    readonly state: MeasureState
    readonly due: string
    readonly nextReview: string | null
  },
  today: string,
): boolean => !isEnded(state) && (due < today || (nextReview !== null && nextReview < today))
