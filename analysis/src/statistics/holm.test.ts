import { describe, expect, it } from 'vitest'
import { describeGolden, difference, readGolden } from './golden.testing.ts'
import { holm } from './holm.ts'

describe('holm', () => {
  it('gives the documented example', () =>
    expect(holm([0.01, 0.04, 0.03]).map((p) => p.toFixed(12))).toEqual(
      [0.03, 0.06, 0.06].map((p) => p.toFixed(12)),
    ))
})

describeGolden('holm', () => {
  it('agrees with R', () => {
    const { inputs, expected } = readGolden('20-multiple-testing')
    const place = expected.bh1995.cols.indexOf('holm')
    holm(inputs.bh1995).forEach((p, i) => {
      expect(difference(p, expected.bh1995.values[i][place])).toBeLessThan(1e-12)
    })
  })
})
