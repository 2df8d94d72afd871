import { describe, expect, it } from 'vitest'
import type { Estimate, Result } from '../result.ts'
import { disclose } from './disclose.ts'

const share = (
  count: number,
  base: number,
  more: Partial<Extract<Estimate, { kind: 'share' }>> = {},
): Estimate => {
  const value = count / base
  return {
    kind: 'share',
    value,
    low: Math.max(0, value - 0.05),
    high: Math.min(1, value + 0.05),
    base,
    count,
    sensitive: false,
    ...more,
  }
}
const resultOf = (estimates: Record<string, Estimate>, more: Partial<Result> = {}): Result => ({
  id: 'x',
  method: 'weighted-shares',
  n: 268,
  omitted: 20,
  estimates,
  warnings: [],
  ...more,
})
const disclosed = async (estimates: Record<string, Estimate>) => {
  const { results, account } = await disclose([resultOf(estimates)])
  return { estimates: results[0]?.estimates ?? {}, account }
}

describe('disclose', () => {
  it.each([
    [9, { shown: 'nothing', reason: 'base' }],
    [10, { shown: 'number', value: 50 }],
  ])('needs ten respondents under a share: %i', async (base, expected) => {
    expect((await disclosed({ a: share(Math.floor(base / 2), base) })).estimates.a).toMatchObject(
      expected,
    )
  })

  it.each([
    [1, 100, { shown: 'nothing', reason: 'few' }],
    [4, 100, { shown: 'nothing', reason: 'few' }],
    [5, 100, { shown: 'number', value: 5 }],
    [96, 100, { shown: 'nothing', reason: 'almost' }],
    [0, 100, { shown: 'number', value: 0 }],
    [100, 100, { shown: 'number', value: 100 }],
  ])(
    'never shows that %i of %i said something, if that is fewer than five',
    async (count, base, expected) => {
      expect((await disclosed({ a: share(count, base) })).estimates.a).toMatchObject(expected)
    },
  )

  it.each([
    [0, 'none-or-few'],
    [3, 'none-or-few'],
    [10, 'all-or-almost'],
    [7, 'all-or-almost'],
  ])('tells the ends in words where the item is sensitive: %i of 10', async (count, words) => {
    expect(
      (await disclosed({ a: share(count, 10, { sensitive: true }) })).estimates.a,
    ).toMatchObject({
      shown: 'words',
      words,
    })
  })

  it.each([
    [60, 0.234, 23],
    [49, 0.234, 25],
  ])(
    'rounds to whole points from 50 on and to steps of five below: n = %i',
    async (base, value, rounded) => {
      const estimate = share(20, base, { value, low: value - 0.1, high: value + 0.1 })
      expect((await disclosed({ a: estimate })).estimates.a).toMatchObject({ value: rounded })
    },
  )

  it.each([
    [0.29, { shown: 'number', certainty: 'sure' }],
    [0.31, { shown: 'number', certainty: 'unsure' }],
    [0.41, { shown: 'nothing', reason: 'width' }],
  ])('marks or withholds what is too unsure: width %f', async (width, expected) => {
    expect(
      (await disclosed({ a: share(30, 60, { low: 0.5, high: 0.5 + width }) })).estimates.a,
    ).toMatchObject(expected)
  })

  it('hides a second part of a whole, so that the first cannot be taken from the rest', async () => {
    const family = { of: 'parts' as const, name: 'jca_1' }
    const { estimates } = await disclosed({
      against: share(3, 100, { family }),
      middle: share(40, 100, { family }),
      agree: share(57, 100, { family }),
    })
    expect([estimates.against, estimates.middle, estimates.agree]).toMatchObject([
      { reason: 'few' },
      { reason: 'secondary' },
      { shown: 'number' },
    ])
  })

  it('hides a second domain, so that a small group cannot be taken from the total', async () => {
    const family = { of: 'domains' as const, name: 'v' }
    const { estimates } = await disclosed({
      v: share(60, 120),
      'v@1': share(4, 8, { family }),
      'v@2': share(56, 112, { family }),
    })
    expect([estimates.v, estimates['v@1'], estimates['v@2']]).toMatchObject([
      { shown: 'number' },
      { reason: 'base' },
      { reason: 'secondary' },
    ])
  })

  it('hides a second part where two small ones can be only one each', async () => {
    const family = { of: 'parts' as const, name: 'v' }
    const { estimates } = await disclosed({
      a: share(1, 102, { family }),
      b: share(1, 102, { family }),
      c: share(40, 102, { family }),
      d: share(60, 102, { family }),
    })
    expect([estimates.c, estimates.d]).toMatchObject([{ reason: 'secondary' }, { shown: 'number' }])
  })

  it('hides a domain whose complement in the total is small, though it has no number itself', async () => {
    const family = { of: 'domains' as const, name: 'v', whole: 120 }
    const { estimates } = await disclosed({
      v: share(60, 120),
      'v@1': share(30, 50, { family }),
      'v@2': share(30, 66, { family }),
    })
    expect([estimates['v@1'], estimates['v@2']]).toMatchObject([
      { reason: 'secondary' },
      { shown: 'number' },
    ])
  })

  it('hides so many domains that the total less the shown ones is ten respondents at least', async () => {
    const family = { of: 'domains' as const, name: 'v' }
    const { estimates } = await disclosed({
      'v@1': share(2, 3, { family }),
      'v@2': share(2, 4, { family }),
      'v@3': share(30, 66, { family }),
      'v@4': share(30, 67, { family }),
    })
    expect([estimates['v@3'], estimates['v@4']]).toMatchObject([
      { reason: 'secondary' },
      { shown: 'number' },
    ])
  })

  it('hides a count whose distance to a published one is small', async () => {
    const { estimates } = await disclosed({
      delivered: { kind: 'count', value: 998, beside: [1000] },
      far: { kind: 'count', value: 960, beside: [1000] },
    })
    expect([estimates.delivered, estimates.far]).toMatchObject([
      { reason: 'secondary' },
      { shown: 'number' },
    ])
  })

  it.each([
    [[0.2681, 0.2683, 0.2684], 0.268],
    [[0.2676, 0.2691], 0.27],
    [[0.26, 0.29], undefined],
  ])('tells a rate only as far as the hidden counts leave it: %j', async (alternatives, value) => {
    const rate: Estimate = { kind: 'coefficient', value: 0.2682, base: 1000, alternatives }
    expect((await disclosed({ rate })).estimates.rate).toMatchObject(
      value === undefined ? { shown: 'nothing', reason: 'parts' } : { value },
    )
  })

  it('hides the difference of something hidden', async () => {
    const difference: Estimate = {
      kind: 'difference',
      of: 'share',
      value: 0.1,
      low: 0,
      high: 0.2,
      p: 0.04,
      bases: [50, 60],
      span: 1,
      from: ['a', 'b'],
    }
    const { estimates } = await disclosed({ a: share(3, 50), b: share(30, 60), d: difference })
    expect(estimates.d).toMatchObject({ shown: 'nothing', reason: 'parts' })
  })

  it('does not name the larger of two hidden shares', async () => {
    const lead: Estimate = {
      ...{ kind: 'difference', of: 'share', value: 0.01, low: 0, high: 0.02, p: 0.5 },
      ...{ bases: [100, 100], span: 1, from: ['a', 'b'] },
    }
    const { estimates } = await disclosed({ a: share(3, 100), b: share(2, 100), 'a>b': lead })
    expect(Object.keys(estimates)).toEqual(['a', 'b'])
  })

  it('never shows the answer of one person', async () => {
    expect(
      (await disclosed({ 'x.max': { kind: 'extreme', value: 80, base: 200 } })).estimates['x.max'],
    ).toMatchObject({ reason: 'single' })
  })

  it('accounts for everything withheld', async () => {
    const { account } = await disclosed({
      a: share(3, 50),
      b: share(30, 60),
      c: share(0, 50, { sensitive: true }),
    })
    expect(account).toMatchObject({
      shown: 1,
      withheld: [
        { analysis: 'x', place: 'a', reason: 'few' },
        { analysis: 'x', place: 'c', reason: 'words' },
      ],
    })
  })

  it('leaves no hidden number anywhere in what comes out', async () => {
    const secret = 0.123456789
    const { results, account } = await disclose([
      resultOf(
        { a: share(1, 8, { value: secret, low: secret, high: secret }) },
        {
          n: 7777,
          omitted: 3,
          tables: {
            t: {
              kind: 'counts',
              rows: ['r', 's', 'q'],
              columns: ['n'],
              counts: [[4], [50], [60]],
              margins: true,
            },
          },
        },
      ),
    ])
    const text = JSON.stringify({ results, account })
    expect(text).not.toContain('0.1234')
    expect(results[0]?.omitted).toEqual({ shown: 'nothing', reason: 'few' })
    expect(results[0]?.tables.t?.cells).toEqual([
      [{ shown: 'nothing', reason: 'few' }],
      [{ shown: 'nothing', reason: 'secondary' }],
      [{ shown: 'number', value: 60 }],
    ])
  })

  it.each([
    [0.19, 100, 'sound'],
    [0.19, 40, 'hint'],
    [0.29, 100, 'hint'],
    [0.35, 100, 'open'],
  ])('calls a share of width %f and base %i %s', async (width, base, strength) => {
    const value = 0.5
    expect(
      (await disclosed({ a: share(base / 2, base, { value, low: 0.4, high: 0.4 + width }) }))
        .estimates.a,
    ).toMatchObject({ strength })
  })
})
