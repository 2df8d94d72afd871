import { describe, expect, it } from 'vitest'
import { readPlan } from '../plan/read-plan.ts'
import { runPlan } from '../run-plan.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'
import { sourceOf } from '../testing.ts'

const keyed = (keys: readonly string[]) => ({
  items: keys.map((key) => key.replace('-', '')),
  reversed: keys.filter((key) => key.startsWith('-')).map((key) => key.slice(1)),
  min: 1,
  max: 6,
})

describeGolden('alpha and omega of the five BFI scales', () => {
  const { inputs, expected } = readGolden('05-alpha-bfi')
  const scales = Object.keys(inputs.keys)
  const found = analyseGolden(
    {
      analyses: scales.flatMap((id) => [
        { id, method: 'alpha', ...keyed(inputs.keys[id]) },
        { id: `omega-${id}`, method: 'omega', ...keyed(inputs.keys[id]) },
        { id: `items-${id}`, method: 'item-analysis', ...keyed(inputs.keys[id]) },
      ]),
    },
    'bfi',
  )
  it.each(scales)('alpha agrees with psych, listwise and pairwise: %s', (id) =>
    expectGolden(found.get(id), expected[id]),
  )
  it.each(scales)('item analysis agrees with psych: %s', (id) => {
    const { r_drop, alpha_if_dropped, item_mean, item_sd } = expected[id].complete
    expectGolden(found.get(`items-${id}`), {
      r_drop,
      alpha_if_dropped,
      mean: item_mean,
      sd: item_sd,
    })
  })
  it.each(scales)('omega agrees with lavaan: %s', (id) =>
    expectGolden(found.get(`omega-${id}`), readGolden('08-omega-total-bfi').expected[id], {
      rel: 1e-6,
      abs: 1e-7,
      // lavaan stops when the likelihood is still, a millionth before the parameters are.
      tolerances: {
        loadings: { rel: 1e-5 },
        residual_variances: { rel: 1e-5 },
        omega_total_observed_variance: { rel: 2e-6 },
      },
      except: {
        semTools_compRelSEM_obsvar_true: 'the same as omega_total_observed_variance',
        semTools_compRelSEM_obsvar_false: 'the same as omega_total_model_implied',
      },
    }),
  )
})

const made = (columns: Readonly<Record<string, readonly (number | null)[]>>, line: object) =>
  runPlan(
    sourceOf(columns),
    readPlan(JSON.stringify({ plan: 'x', analyses: [{ id: 'x', ...line }] })),
  ).results[0]

describe('alpha, omega, item-analysis', () => {
  const same = { a: [1, 2, 3, 4, 5], b: [1, 1, 1, 1, 1], c: [2, 3, 1, 4, 2] }
  it.each(['alpha', 'omega', 'item-analysis'])(
    '%s names the reason where it is not defined',
    (method) => {
      const found = made(same, { method, items: ['a', 'b', 'c'], min: 1, max: 5 })
      expect(found?.estimates).toEqual({})
      expect(found?.warnings.join()).toContain('not defined')
    },
  )

  it('warns of a floor and of an item that does not belong', () => {
    const found = made(
      {
        a: [1, 2, 3, 4, 5, 3, 2, 4],
        b: [2, 2, 3, 5, 5, 3, 1, 4],
        c: [1, 1, 1, 1, 2, 1, 3, 1],
      },
      { method: 'item-analysis', items: ['a', 'b', 'c'], min: 1, max: 5 },
    )
    expect(found?.estimates['floor.c']).toMatchObject({ value: 0.75 })
    expect(found?.estimates['difficulty.c']).toMatchObject({ value: 0.09375 })
    expect(found?.warnings).toContain('c: floor, over 15 % at the lowest point')
    expect(found?.warnings).toContain('c: item–rest correlation below .30')
  })

  it('gives a scale of two items no alpha without an item', () => {
    const found = made({ a: [1, 2, 3, 5], b: [1, 3, 2, 4] }, { method: 'alpha', items: ['a', 'b'] })
    expect(found?.estimates).toHaveProperty(['complete.raw_alpha'])
    expect(Object.keys(found?.estimates ?? {}).join()).not.toContain('if_dropped')
  })
})
