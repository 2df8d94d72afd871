import { expect, it } from 'vitest'
import { readPlan } from '../plan/read-plan.ts'
import { runPlan } from '../run-plan.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'
import { sourceOf } from '../testing.ts'

/** R's noncentral t is exact to about 1e-7. */
const NONCENTRAL = { rel: 1e-7 }
const tolerances = {
  cohen_d_ci95: NONCENTRAL,
  hedges_g_ci95: NONCENTRAL,
  dz_ci95: NONCENTRAL,
  gz_ci95: NONCENTRAL,
}
const effectsize_pkg = 'the same values by another implementation'

describeGolden('t tests, by plans', () => {
  const { expected } = readGolden('11-ttests-effect-sizes')
  it.each([
    ['toothgrowth_supp', 'toothgrowth', { variable: 'len', by: 'supp', groups: ['OJ', 'VC'] }],
    ['mtcars_mpg_by_am', 'mtcars', { variable: 'mpg', by: 'am', groups: [1, 0] }],
    ['sleep_as_independent', 'sleep', { variable: 'extra', by: 'group' }],
  ])('agree with R: %s', (id, file, line) => {
    const found = (method: string) =>
      analyseGolden({ analyses: [{ id, method, ...line }] }, file).get(id)
    const student = 'given by t-test'
    const welch = 'given by welch-t'
    expectGolden(found('t-test'), expected[id], {
      tolerances,
      except: { effectsize_pkg, welch, welch_less: welch, welch_greater: welch },
    })
    expectGolden(found('welch-t'), expected[id], {
      tolerances,
      except: { effectsize_pkg, student },
    })
  })

  it('agree with R on one mean, on pairs and on equivalence', () => {
    const found = (id: string, file: string, line: object) =>
      expectGolden(analyseGolden({ analyses: [{ id, ...line }] }, file).get(id), expected[id], {
        tolerances,
      })
    const sleep = { variable: 'extra', by: 'group' }
    found('one_sample_sleep1', 'sleep', { method: 't-test', ...sleep, groups: [1] })
    found('sleep_paired', 'sleep', { method: 'paired-t', ...sleep, groups: [2, 1], unit: 'ID' })
    found('tost_mtcars_wt', 'mtcars', {
      method: 'tost',
      variable: 'wt',
      by: 'am',
      groups: [1, 0],
      bound: 1.5,
    })
  })
})

it.each([
  { method: 't-test', variable: 'same', by: 'group' },
  { method: 'welch-t', variable: 'same', by: 'group' },
  { method: 'welch-t', variable: 'alone', by: 'group' },
  { method: 't-test', variable: 'same' },
  { method: 'paired-t', first: 'same', second: 'same' },
  { method: 'tost', variable: 'x', by: 'three', bound: 1 },
])('a test that is not defined says why: %j', (line) => {
  const { results } = runPlan(
    sourceOf({
      same: [3, 3, 3, 3],
      alone: [1, null, 2, 3],
      x: [1, 2, 3, 4],
      group: [1, 1, 2, 2],
      three: [1, 2, 3, 3],
    }),
    readPlan(JSON.stringify({ plan: 'p', analyses: [{ id: 't', ...line }] })),
  )
  expect(results[0]?.warnings[0]).toMatch(/^not defined: /)
  expect(results[0]?.estimates).toEqual({})
})
