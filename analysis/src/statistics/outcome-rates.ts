import { notDefined } from '../problems.ts'

/** Numbers of cases by AAPOR group; U is unknown eligibility, households and others together. */
export type OutcomeCounts = {
  readonly I: number
  readonly P: number
  readonly R: number
  readonly NC: number
  readonly O: number
  readonly U: number
  readonly NE: number
}
export type OutcomeRates = {
  /** Share of the eligible among the cases of unknown eligibility. */
  readonly e: number
  readonly rr1: number
  readonly rr2: number
  readonly rr3: number
  readonly rr4: number
  readonly rr5: number
  readonly rr6: number
  readonly coop1: number
  readonly coop2: number
  readonly ref1: number
  readonly ref2: number
}

/**
 * AAPOR response, cooperation and refusal rates. `e` is the proportional allocation (CASRO)
 * (I+P+R+NC+O) / (I+P+R+NC+O+NE) unless given.
 * @throws notDefined if there are no cases with an outcome.
 * @see AAPOR, Standard Definitions
 * @example outcomeRates({ I: 4, P: 2, R: 1, NC: 1, O: 1, U: 2, NE: 1 }).rr2 // => 0.545…
 */
export const outcomeRates = (counts: OutcomeCounts, given?: number): OutcomeRates => {
  const { I, P, R, NC, O, U, NE } = counts
  const known = I + P + R + NC + O
  if (known === 0 || I + P + R + O === 0)
    throw notDefined({ method: 'outcome-rates', reason: 'no case has an outcome' })
  const e = given ?? known / (known + NE)
  const answered = I + P
  return {
    e,
    rr1: I / (known + U),
    rr2: answered / (known + U),
    rr3: I / (known + e * U),
    rr4: answered / (known + e * U),
    rr5: I / known,
    rr6: answered / known,
    coop1: I / (answered + R + O),
    coop2: answered / (answered + R + O),
    ref1: R / (known + U),
    ref2: R / (known + e * U),
  }
}
