import { describe, expect, it } from 'vitest'
import { describeGolden, difference, readGolden } from './golden.testing.ts'
import { outcomeRates } from './outcome-rates.ts'

const rounded = (rates: ReturnType<typeof outcomeRates>) =>
  [rates.e, rates.rr1, rates.rr2, rates.rr3, rates.rr4, rates.rr5, rates.rr6].map((rate) =>
    rate.toFixed(4),
  )

describe('outcomeRates', () => {
  it.each([
    [
      { I: 4, P: 2, R: 1, NC: 1, O: 1, U: 2, NE: 1 },
      ['0.9000', '0.3636', '0.5455', '0.3704', '0.5556', '0.4444', '0.6667'],
    ],
    [
      { I: 248, P: 20, R: 46, NC: 0, O: 12, U: 646, NE: 28 },
      ['0.9209', '0.2551', '0.2757', '0.2693', '0.2910', '0.7607', '0.8221'],
    ],
  ])('gives the published rates for %j', (counts, rates) =>
    expect(rounded(outcomeRates(counts))).toEqual(rates),
  )

  it('takes a given share of eligible cases', () =>
    expect(outcomeRates({ I: 5, P: 0, R: 0, NC: 0, O: 0, U: 10, NE: 3 }, 0.5).rr3).toBe(0.5))

  it('is not defined where nobody was reached', () =>
    expect(() => outcomeRates({ I: 0, P: 0, R: 0, NC: 0, O: 0, U: 9, NE: 0 })).toThrow(
      'not defined',
    ))
})

describeGolden('outcomeRates', () => {
  it('agrees with the reference to 12 digits', () => {
    const theirs = readGolden('27-aapor').expected
    const ours = outcomeRates({ I: 812, P: 64, R: 140, NC: 355, O: 22, U: 1300, NE: 207 })
    const pairs: [number, number][] = [
      [ours.rr1, theirs.RR1],
      [ours.rr2, theirs.RR2],
      [ours.rr3, theirs.RR3],
      [ours.rr4, theirs.RR4],
      [ours.rr5, theirs.RR5],
      [ours.rr6, theirs.RR6],
      [ours.coop1, theirs.COOP1],
      [ours.coop2, theirs.COOP2],
      [ours.ref1, theirs.REF1],
      [ours.ref2, theirs.REF2],
    ]
    for (const [found, expected] of pairs) expect(difference(found, expected)).toBeLessThan(1e-12)
  })
})
