import { RETURN_REASONS } from '@echolot/study'

/** A key of the return desk. */
export type Reason = keyof typeof RETURN_REASONS

export const REASONS: readonly Reason[] = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** The one reason after which the clerk is asked for an address. */
export const WITH_NEW_ADDRESS = 8 satisfies Reason

export const asReason = (digit: number): Reason | undefined =>
  REASONS.find((reason) => reason === digit)

/** Where the words of a reason lie. */
export const reasonWord = (reason: Reason) =>
  `returns.reasons.${RETURN_REASONS[reason].reason}` as const
