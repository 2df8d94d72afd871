import { describe, expect, it } from 'vitest'
import { disclose } from '../disclosure/disclose.ts'
import { rRandom } from '../numerics/r-random.ts'
import { readPlan } from '../plan/read-plan.ts'
import { runPlan } from '../run-plan.ts'
import {
  evenOddConsistency,
  longestString,
  maximumIdentical,
  meanRootOfPairs,
  relativeSpeeds,
  responseVariability,
  scalePointVariation,
} from '../statistics/quality-indices.ts'
import { sourceOf } from '../testing.ts'

describe('indices of one respondent', () => {
  it.each([
    [[4, 4, 2, 4], 2],
    [[4, 4, 4, 4], 4],
    [[4, Number.NaN, 4, 2], 2],
  ])('longest string of %j is %d', (answers, length) =>
    expect(longestString([answers])).toBe(length),
  )

  it('a battery with other options starts a new string', () =>
    expect(
      longestString([
        [4, 4],
        [4, 4, 4],
      ]),
    ).toBe(3))

  it('straightlining and variability give the test vectors', () => {
    expect(maximumIdentical([4, 4, 2, 4])).toBe(0.75)
    expect(scalePointVariation([4, 4, 2, 4])).toBeCloseTo(0.375, 12)
    expect(scalePointVariation([4, 5, 3])).toBeCloseTo(0.6667, 4)
    expect(meanRootOfPairs([5, 5, 1])).toBeCloseTo(1.3333, 4)
    expect(meanRootOfPairs([4, 5, 3])).toBeCloseTo(1.1381, 4)
    expect(responseVariability([4, 4, 2, 4])).toBe(1)
  })

  it('are not defined for one answer', () => {
    for (const index of [
      maximumIdentical,
      scalePointVariation,
      meanRootOfPairs,
      responseVariability,
    ])
      expect(index([4, Number.NaN])).toBeUndefined()
  })

  it('even–odd is 1 where halves go together, and undefined below six scales', () => {
    const scales = [1, 2, 3, 4, 5, 1].map((level) => [level, level, level, level])
    expect(evenOddConsistency(scales)).toBeCloseTo(1, 12)
    expect(evenOddConsistency(scales.slice(1))).toBeUndefined()
    expect(evenOddConsistency(scales.map(() => [3, 3]))).toBeUndefined()
  })

  it('speed is relative to the median, at most 3 a page, and NaN without times', () => {
    const none = Number.NaN
    expect([
      ...relativeSpeeds([
        [10, 20, 30, none],
        [10, 10, 1, none],
      ]),
    ]).toEqual([1.5, 1, (20 / 30 + 3) / 2, Number.NaN])
  })
})

describe('quality-indices', () => {
  const n = 200
  const random = rRandom(3)
  const names = Array.from({ length: 6 }, (_, b) => [1, 2, 3, 4].map((i) => `s${b}_${i}`))
  const rows = Array.from({ length: n }, () =>
    names.flatMap(() => {
      const level = 3 + random.normal()
      const answer = () => Math.min(5, Math.max(1, Math.round(level + 0.6 * random.normal())))
      return [answer(), answer(), 6 - answer(), answer()]
    }),
  )
  rows[0] = rows[0]?.map(() => 4) ?? []
  const columns = {
    ...Object.fromEntries(
      names.flat().map((name, i) => [name, rows.map((row) => row[i] as number)]),
    ),
    page_1: rows.map((_, row) => (row === 0 ? 2 : row === 1 ? null : 60 + row / 10)),
    odd: rows.map((_, row) => Number(row === 0)),
    strange: rows.map((_, row) => Number(row < 2)),
  }
  const results = runPlan(
    sourceOf(columns),
    readPlan(
      JSON.stringify({
        plan: 'x',
        analyses: [
          {
            id: 'q',
            method: 'quality-indices',
            batteries: names.map((items) => ({ items, reversed: [items[2]], min: 1, max: 5 })),
            pageTimes: ['page_1'],
            contradictions: ['odd', 'strange'],
          },
          {
            id: 'few',
            method: 'quality-indices',
            batteries: [{ items: names[0], min: 1, max: 5 }],
          },
        ],
      }),
    ),
  ).results
  const listOf = (name: string) =>
    (results[0]?.estimates[name] as { values: (number | null)[] } | undefined)?.values ?? []
  const countOf = (name: string) =>
    (results[0]?.estimates[`flagged.${name}`] as { value: number } | undefined)?.value

  it('flags who gave the same answer everywhere, fast and against themselves', () => {
    expect([listOf('longstring')[0], listOf('spv')[0], listOf('irv')[0]]).toEqual([24, 0, 0])
    expect(listOf('speed_index')[0]).toBe(3)
    expect(listOf('contradictions').slice(0, 3)).toEqual([2, 1, 0])
    // Two batteries have eight items; a middling respondent may get there by chance.
    expect(countOf('longstring')).toBe(
      listOf('longstring').filter((length) => length !== null && length >= 8).length,
    )
    expect(countOf('total_time')).toBe(1)
    expect(countOf('two_or_more')).toBeGreaterThanOrEqual(1)
  })

  it('has no time for who has no page times', () => expect(listOf('speed_index')[1]).toBeNull())

  it('Mahalanobis distances average to their degrees of freedom', () => {
    const distances = listOf('mahalanobis').filter((value) => value !== null)
    const sum = distances.reduce((total, value) => total + value, 0)
    expect(sum).toBeCloseTo(24 * (n - 1), 6)
  })

  it('says what cannot be computed', () =>
    expect(results[1]?.warnings).toEqual([
      'longstring: no battery has a reversed item, the same answer everywhere may be true',
      'even_odd: needs six scales or more',
    ]))

  it('publishes counts, never a person', async () => {
    const shown = (await disclose(results)).results[0]
    expect(Object.values(shown?.numbers ?? {}).map((value) => value.shown)).not.toContain('numbers')
    expect(shown?.estimates['flagged.longstring']).toMatchObject({
      shown: 'nothing',
      reason: 'few',
    })
  })
})
