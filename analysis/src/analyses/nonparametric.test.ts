import { describe, expect, it } from 'vitest'
import { readPlan } from '../plan/read-plan.ts'
import { runPlan } from '../run-plan.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'
import { mannWhitney } from '../statistics/mann-whitney.ts'
import { sourceOf } from '../testing.ts'

/** R finds these by a search that stops at 1e-4. */
const SEARCHED = { rel: 0, abs: 1e-3 }

describeGolden('rank tests, by plans', () => {
  const { expected } = readGolden('12-nonparametric')
  const check = (id: string, file: string, line: object, except: Record<string, string> = {}) =>
    expectGolden(analyseGolden({ analyses: [{ id, ...line }] }, file).get(id), expected[id], {
      tolerances: {
        hodges_lehmann: SEARCHED,
        ci95_asymptotic: SEARCHED,
        pseudomedian: SEARCHED,
        ci95: SEARCHED,
      },
      except,
    })

  it('agree with R on two groups', () =>
    check('ozone_may_aug', 'ozone_month', {
      method: 'mann-whitney',
      variable: 'Ozone',
      by: 'Month',
      groups: [5, 8],
    }))
  it.each([
    ['depression', 'depression', { first: 'first', second: 'second' }],
    ['sleep_ties', 'sleep', { variable: 'extra', by: 'group', groups: [2, 1], unit: 'ID' }],
    ['likert_prepost', 'likert_prepost', { first: 'post', second: 'pre' }],
  ])('agree with R on pairs: %s', (id, file, line) =>
    check(id, file, { method: 'wilcoxon', ...line }),
  )
  it('agree with R on several groups and several values', () => {
    check('kruskal_ozone_month', 'ozone_month', {
      method: 'kruskal',
      variable: 'Ozone',
      by: 'Month',
    })
    check('friedman_rounding', 'rounding_times', {
      method: 'friedman',
      variables: ['RoundOut', 'NarrowAngle', 'WideAngle'],
    })
  })
  it('agree with R exactly without ties', () => {
    const { x, y, W, p_greater, p_two, ci95, hl } = expected.small_exact_no_ties
    const found = mannWhitney(Float64Array.from(x), Float64Array.from(y))
    expect(found.u1).toBe(W)
    expect(found.exact?.greater).toBeCloseTo(p_greater, 12)
    expect(found.exact?.two).toBeCloseTo(p_two, 12)
    expect(found.exactInterval?.[0]).toBeCloseTo(ci95[0], 12)
    expect(found.exactInterval?.[1]).toBeCloseTo(ci95[1], 12)
    expect(found.shift).toBeCloseTo(hl, 12)
  })
})

describe('rank tests without anything to rank', () => {
  const source = sourceOf({
    same: [3, 3, 3, 3],
    x: [1, 2, 3, null],
    group: [1, 1, 2, 2],
    alone: [1, 1, 1, 2],
  })
  it.each([
    { method: 'mann-whitney', variable: 'same', by: 'group' },
    { method: 'mann-whitney', variable: 'x', by: 'alone' },
    { method: 'wilcoxon', first: 'same', second: 'same' },
    { method: 'sign-test', first: 'same', second: 'same' },
    { method: 'kruskal', variable: 'same', by: 'group' },
    { method: 'friedman', variables: ['same', 'same'] },
  ])('say why: %j', (line) => {
    const { results } = runPlan(
      source,
      readPlan(JSON.stringify({ plan: 'p', analyses: [{ id: 't', ...line }] })),
    )
    expect(results[0]?.warnings[0]).toMatch(/^not defined: /)
    expect(results[0]?.estimates).toEqual({})
  })
})
