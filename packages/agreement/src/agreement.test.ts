import { describe, expect, it } from 'vitest'
import { kappa, krippendorffAlpha } from './index.ts'

describe('kappa', () => {
  it('is Cohen’s of a table of counts', () => {
    const found = kappa([
      [20, 5],
      [10, 15],
    ])
    expect(found.unweighted.value).toBeCloseTo(0.4, 12)
    expect(found.agreement).toBeCloseTo(0.7, 12)
  })

  it('is not defined where one category is all there is', () => {
    expect(() =>
      kappa([
        [0, 0],
        [0, 12],
      ]),
    ).toThrow('not defined')
  })
})

describe('krippendorffAlpha', () => {
  it('is that of the nominal example with two coders (Krippendorff 2011, A)', () => {
    const coders = [
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]
    expect(krippendorffAlpha(coders, 'nominal').alpha).toBeCloseTo(0.095, 3)
  })
})
