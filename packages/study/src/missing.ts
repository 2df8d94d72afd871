/** Missing codes, exactly three as SPSS allows; never "all negative numbers", −1 and −2 are answers. */
export const MISSING = { dontKnow: -77, preferNotToSay: -88, noAnswer: -99 } as const
export type MissingCode = (typeof MISSING)[keyof typeof MISSING]

/** Why a cell of the freeze holds −99. */
export type MissingReason = 'routed' | 'not_reached' | 'blank' | 'quarantined'
