import { describe, expect, it } from 'vitest'
import { describeGolden, readGolden } from './golden.testing.ts'
import { newcombeInterval } from './newcombe-interval.ts'
import { wilsonInterval } from './wilson-interval.ts'

describeGolden('shares', () => {
  const { expected } = readGolden('14-categorical')

  it('have the Wilson intervals of R', () => {
    expect(expected.proportions.length).toBeGreaterThan(2)
    for (const { x, n, wilson } of expected.proportions) {
      const [low, high] = wilsonInterval(x / n, n)
      expect(Math.abs(low - wilson[0])).toBeLessThan(1e-12)
      expect(Math.abs(high - wilson[1])).toBeLessThan(1e-12)
    }
  })

  it.each(['ucb', 'tea'])('have the Newcombe interval of R: %s', (name) => {
    const { table, rd_newcombe_ci95, risk_difference } = expected[name]
    const [[a, b], [c, d]] = table.values
    const candidates = [
      [
        { share: a / (a + b), n: a + b },
        { share: c / (c + d), n: c + d },
      ],
      [
        { share: a / (a + c), n: a + c },
        { share: b / (b + d), n: b + d },
      ],
    ] as const
    const matching = candidates.find(
      ([first, second]) => Math.abs(first.share - second.share - risk_difference) < 1e-12,
    )
    const [first, second] = matching as (typeof candidates)[number]
    const [low, high] = newcombeInterval(first, second)
    expect(Math.abs(low - rd_newcombe_ci95[0])).toBeLessThan(1e-9)
    expect(Math.abs(high - rd_newcombe_ci95[1])).toBeLessThan(1e-9)
  })
})

describe('wilsonInterval', () => {
  it('gives the documented example', () => {
    const [low, high] = wilsonInterval(0.5, 16)
    expect([low, high].map((value) => Math.round(value * 100))).toEqual([28, 72])
  })
  it('touches 0 and 1 exactly', () => {
    expect(wilsonInterval(0, 12)[0]).toBe(0)
    expect(wilsonInterval(1, 12)[1]).toBe(1)
  })
  it('is not defined without answers', () =>
    expect(() => wilsonInterval(0, 0)).toThrow('not defined'))
})
