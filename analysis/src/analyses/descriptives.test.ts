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

describeGolden('descriptives, by a plan', () => {
  it.each([
    ['attitude', 'attitude'],
    ['sat.act', 'sat_act'],
    ['airquality', 'airquality'],
  ])('agree with R on %s', (set, file) => {
    const expected = readGolden('04-descriptives').expected[set]
    const plan = {
      analyses: [{ id: set, method: 'descriptives', variables: Object.keys(expected) }],
    }
    expectGolden(analyseGolden(plan, file).get(set), expected)
  })

  it.each(['Lew', 'Lottery', 'Mavro', 'Michelso', 'NumAcc1', 'NumAcc2', 'NumAcc3', 'NumAcc4'])(
    'have the digits that NIST certifies for %s',
    (set) => {
      const plan = { analyses: [{ id: set, method: 'descriptives', variable: 'y' }] }
      expectGolden(
        analyseGolden(plan, `nist-${set}`).get(set),
        readGolden('01-nist-univariate').expected[set],
        // Values of NumAcc3 and NumAcc4 have seven and eight equal leading digits: they are rounded when read.
        /NumAcc[34]/.test(set)
          ? { rel: 1e-13, abs: 0, tolerances: { sd: { rel: 1e-8 }, autocorr1: { rel: 1e-8 } } }
          : { rel: 1e-13, abs: 0 },
      )
    },
  )
})

it('say of a constant that it has no shape', () => {
  const { results } = runPlan(
    sourceOf({ x: [2, 2, 2, null] }),
    readPlan(
      JSON.stringify({ plan: 'p', analyses: [{ id: 'd', method: 'descriptives', variable: 'x' }] }),
    ),
  )
  expect(results[0]?.warnings).toEqual(['constant: no shape'])
  expect(results[0]?.estimates).not.toHaveProperty('skew_type2')
})
