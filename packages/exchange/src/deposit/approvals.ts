import { depositUnapproved } from '../problems.ts'
import type { EquivalenceClasses } from '../release/equivalence-classes.ts'
import type { Release } from '../release/release-of.ts'

/** Somebody who is not the analyst has agreed to an exception, and says why. It is written into the deposit. */
export type Approval = { readonly by: string; readonly why: string }
export type Approvals = {
  /** Responses that are alike to fewer than ten in what others may know. */
  readonly smallGroups?: Approval | undefined
  /** Free text that somebody has read for names and addresses. */
  readonly freeText?: Approval | undefined
}

/** Fewest responses that must be alike in all traits that others may know. */
export const LEAST_K = 10

/**
 * Lets a deposit through only if everybody in it hides among ten, and without free text; anything else needs an approval.
 * @throws depositUnapproved with what is missing and what to do.
 */
export const refuseUnapproved = (
  { variables }: Release,
  { k, quasiIdentifiers }: EquivalenceClasses,
  { smallGroups, freeText }: Approvals,
): void => {
  const texts = variables.filter(({ sensitivity }) => sensitivity === 'free-text')
  if (k > 0 && k < LEAST_K && smallGroups === undefined)
    throw depositUnapproved({
      what: 'small groups',
      reason: `in ${quasiIdentifiers.join(', ')} only ${k === 1 ? 'one response is' : `${k} responses are`} alike, ${LEAST_K} are needed`,
      remedy:
        'make these variables coarser or leave them out; or give --approve-small-groups "name: reason", which is recorded in the deposit',
    })
  if (texts.length > 0 && freeText === undefined)
    throw depositUnapproved({
      what: 'free text',
      reason: `${texts.map(({ name }) => name).join(', ')}: free text may name people`,
      remedy:
        'leave it out; or, once somebody has read it, give --approve-free-text "name: reason", which is recorded in the deposit',
    })
}

/** The approvals that were needed, as they stand in `approvals.json` of a deposit. */
export const recordOf = (
  { variables }: Release,
  { k }: EquivalenceClasses,
  { smallGroups, freeText }: Approvals,
) => ({
  ...(smallGroups && k < LEAST_K ? { smallGroups: { ...smallGroups, k } } : {}),
  ...(freeText && variables.some(({ sensitivity }) => sensitivity === 'free-text')
    ? { freeText }
    : {}),
})
