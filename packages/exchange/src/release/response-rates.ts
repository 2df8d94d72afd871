import type { DispositionCount } from '@echolot/freeze'
import { DISPOSITIONS, type DispositionCode, type DispositionGroup } from '@echolot/study'

export type ResponseRates = { readonly rr1: number; readonly rr2: number; readonly rr3: number }

/** Number of cases by AAPOR group; a code that nobody knows counts as unknown eligibility. */
export const groupCounts = (
  dispositions: readonly DispositionCount[],
): Readonly<Record<DispositionGroup, number>> => {
  const counts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UO: 0, NE: 0 }
  for (const { code, count } of dispositions)
    counts[Object.hasOwn(DISPOSITIONS, code) ? DISPOSITIONS[code as DispositionCode] : 'UO'] +=
      count
  return counts
}

/**
 * Response rates 1, 2 and 3; the share of eligible cases among the unknown is that among the known (CASRO). Undefined
 * without a case whose eligibility is known.
 * @see AAPOR, Standard Definitions
 * @example responseRatesOf([{ code: '1.1', count: 4 }, { code: '3.19', count: 6 }])?.rr1 // => 0.4
 */
export const responseRatesOf = (
  dispositions: readonly DispositionCount[],
): ResponseRates | undefined => {
  const { I, P, R, NC, O, UO, NE } = groupCounts(dispositions)
  const known = I + P + R + NC + O
  if (known === 0) return undefined
  const eligible = known / (known + NE)
  return {
    rr1: I / (known + UO),
    rr2: (I + P) / (known + UO),
    rr3: I / (known + eligible * UO),
  }
}
