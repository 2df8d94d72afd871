import type { Mailing } from '@echolot/contract/mailings'
import { cameToNothing, isCancelled, isReplaced } from '../server/mailings.ts'

/** What is known of a study when the desk suggests what to do. */
export type Standing = {
  readonly today: string
  readonly approvalUntil: string
  readonly persons: number
  /** Of the wave, in whatever order. */
  readonly mailings: readonly Mailing[]
  /** Persons with a letter and without an outcome. */
  readonly toRemind: number
  readonly lastPull: string | null
}

export type NextStep =
  | { readonly step: 'approval-over' }
  | { readonly step: 'import-addresses' }
  | { readonly step: 'order-invitation' }
  | { readonly step: 'approve'; readonly mailing: Mailing }
  | { readonly step: 'wait'; readonly mailing: Mailing }
  | { readonly step: 'download'; readonly mailing: Mailing }
  | { readonly step: 'order-again'; readonly mailing: Mailing }
  | { readonly step: 'pull-feedback' }
  | { readonly step: 'order-reminder'; readonly persons: number }
  | { readonly step: 'rest' }

/** Days between two letters to the same person. */
const PATIENCE_DAYS = 7

/**
 * The one thing to do next: what is under way first, then what is missing. A mailing that came to nothing is ordered
 * again unless a later one of its kind took its place, or somebody took the order back.
 */
export const nextStepOf = (standing: Standing): NextStep => {
  const { today, approvalUntil, persons, mailings, toRemind, lastPull } = standing
  const inState = (...states: readonly Mailing['state'][]) =>
    mailings.find(({ state }) => states.includes(state))
  const ready = inState('ready')
  if (ready) return { step: 'download', mailing: ready }
  const underWay = inState('drawing', 'registering')
  if (underWay) return { step: 'wait', mailing: underWay }
  if (approvalUntil < today) return { step: 'approval-over' }
  const ordered = inState('ordered')
  if (ordered) return { step: 'approve', mailing: ordered }
  const broken = mailings.find(
    (mailing) => cameToNothing(mailing) && !isCancelled(mailing) && !isReplaced(mailing, mailings),
  )
  if (broken) return { step: 'order-again', mailing: broken }
  if (persons === 0) return { step: 'import-addresses' }
  const sent = mailings.filter(({ state }) => state === 'downloaded')
  if (sent.length === 0) return { step: 'order-invitation' }
  const lastSentOn =
    sent
      .map(({ orderedOn }) => orderedOn)
      .toSorted()
      .at(-1) ?? today
  if (toRemind === 0 || daysBetween(lastSentOn, today) <= PATIENCE_DAYS) return { step: 'rest' }
  if (lastPull !== today) return { step: 'pull-feedback' }
  return { step: 'order-reminder', persons: toRemind }
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
