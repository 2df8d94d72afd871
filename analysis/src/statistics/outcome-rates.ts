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
/** Names of the rates, as the standard has them. */
export const RATES = [
  'RR1',
  'RR2',
  'RR3',
  'RR4',
  'RR5',
  'RR6',
  'COOP1',
  'COOP2',
  'COOP3',
  'COOP4',
  'REF1',
  'REF2',
  'REF3',
  'CON1',
  'CON2',
  'CON3',
] as const
export type OutcomeRates = Readonly<Record<(typeof RATES)[number], number>> & {
  /** Share of the eligible among the cases of unknown eligibility. */
  readonly e: number
}

/**
 * AAPOR response, cooperation, refusal and contact rates. `e` is the proportional allocation (CASRO)
 * (I+P+R+NC+O) / (I+P+R+NC+O+NE) unless given.
 * @throws notDefined if there are no cases with an outcome.
 * @see AAPOR, Standard Definitions
 * @example outcomeRates({ I: 4, P: 2, R: 1, NC: 1, O: 1, U: 2, NE: 1 }).RR2 // => 0.545…
 */
export const outcomeRates = (counts: OutcomeCounts, given?: number): OutcomeRates => {
  const { I, P, R, NC, O, U, NE } = counts
  const known = I + P + R + NC + O
  if (known === 0 || I + P + R + O === 0)
    throw notDefined({ method: 'outcome-rates', reason: 'no case has an outcome' })
  const e = given ?? known / (known + NE)
  const answered = I + P
  const reached = answered + R + O
  const [all, eligible] = [known + U, known + e * U]
  return {
    e,
    RR1: I / all,
    RR2: answered / all,
    RR3: I / eligible,
    RR4: answered / eligible,
    RR5: I / known,
    RR6: answered / known,
    COOP1: I / reached,
    COOP2: answered / reached,
    COOP3: I / (answered + R),
    COOP4: answered / (answered + R),
    REF1: R / all,
    REF2: R / eligible,
    REF3: R / known,
    CON1: reached / all,
    CON2: reached / eligible,
    CON3: reached / known,
  }
}
