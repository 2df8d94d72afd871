import { describe, expect, it } from 'vitest'
import { describeGolden, difference, readGolden } from './golden.testing.ts'
import { outcomeRates, RATES } from './outcome-rates.ts'

const rounded = (rates: ReturnType<typeof outcomeRates>) =>
  [rates.e, rates.RR1, rates.RR2, rates.RR3, rates.RR4, rates.RR5, rates.RR6].map((rate) =>
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
    expect(outcomeRates({ I: 5, P: 0, R: 0, NC: 0, O: 0, U: 10, NE: 3 }, 0.5).RR3).toBe(0.5))

  it('is not defined where nobody was reached', () =>
    expect(() => outcomeRates({ I: 0, P: 0, R: 0, NC: 0, O: 0, U: 9, NE: 0 })).toThrow(
      'not defined',
    ))
})

describeGolden('outcomeRates', () => {
  it('agrees with the reference to 12 digits', () => {
    const theirs = readGolden('27-aapor').expected
    const ours = outcomeRates({ I: 812, P: 64, R: 140, NC: 355, O: 22, U: 1300, NE: 207 })
    for (const name of RATES) expect(difference(ours[name], theirs[name]), name).toBeLessThan(1e-12)
  })
})
