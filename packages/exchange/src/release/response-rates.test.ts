import { describe, expect, it } from 'vitest'
import { responseRatesOf } from './response-rates.ts'

describe('responseRatesOf', () => {
  it('repeats its example', () => {
    expect(
      responseRatesOf([
        { code: '1.1', count: 4 },
        { code: '3.19', count: 6 },
      ])?.rr1,
    ).toBe(0.4)
  })

  it('counts partial ones in RR2 and lowers the unknown in RR3 by those not eligible', () => {
    // I 4, P 2, R 1, NC 1, O 1, U 2, NE 1: known 9, e = 9/10.
    const rates = responseRatesOf([
      { code: '1.1', count: 4 },
      { code: '1.2', count: 2 },
      { code: '2.11', count: 1 },
      { code: '2.20', count: 1 },
      { code: '2.31', count: 1 },
      { code: '3.19', count: 2 },
      { code: '4.10', count: 1 },
    ])
    expect(rates?.rr1).toBeCloseTo(4 / 11, 12)
    expect(rates?.rr2).toBeCloseTo(6 / 11, 12)
    expect(rates?.rr3).toBeCloseTo(4 / 10.8, 12)
  })

  it('says nothing where no case is known', () => {
    expect(responseRatesOf([{ code: '3.19', count: 5 }])).toBeUndefined()
  })
})
