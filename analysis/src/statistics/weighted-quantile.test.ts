import { describe, expect, it } from 'vitest'
import { weightedQuantile } from './weighted-quantile.ts'

describe('weightedQuantile', () => {
  it('gives the documented example', () =>
    expect(weightedQuantile([1, 2, 3], { weights: [1, 1, 2], nEff: 3 }, 0.5).value).toBe(2))

  it('follows the weight, not the heads', () =>
    expect(weightedQuantile([10, 20, 30], { weights: [1, 1, 8], nEff: 3 }, 0.5).value).toBe(30))

  it('has an interval around it', () => {
    const values = Array.from({ length: 101 }, (_, i) => i)
    const found = weightedQuantile(values, { weights: values.map(() => 1), nEff: 101 }, 0.5)
    expect(found).toMatchObject({ value: 50 })
    expect([found.low, found.high]).toEqual([40, 60])
  })

  it('is not defined without values', () =>
    expect(() => weightedQuantile([Number.NaN], { weights: [1], nEff: 1 }, 0.5)).toThrow(
      'not defined',
    ))
})
