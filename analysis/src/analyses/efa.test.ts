import { describe, expect, it } from 'vitest'
import { rRandom } from '../numerics/r-random.ts'
import { readPlan } from '../plan/read-plan.ts'
import { runPlan } from '../run-plan.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
  readGoldenData,
} from '../statistics/golden.testing.ts'
import { sourceOf } from '../testing.ts'

describeGolden('efa', () => {
  it.each([
    ['06-efa-harman74', 'harman74_cor'],
    ['07-efa-bfi', 'bfi'],
  ])('agrees with R: %s', (name, data) => {
    const { inputs, expected } = readGolden(name)
    const found = analyseGolden(
      {
        analyses: [
          {
            id: 'efa',
            method: 'efa',
            items: Object.keys(readGoldenData(data)),
            factors: inputs.factors,
            ...(data === 'bfi' ? {} : { correlations: { n: inputs.n } }),
          },
        ],
      },
      data,
    )
    expectGolden(found.get('efa'), expected, {
      rel: 1e-5,
      abs: 1e-6,
      except: {
        parallel: 'its own method',
        'uls.psych_minres_max_abs_difference': 'how far psych stops from its own optimum',
        'psych_fit.note': 'words',
      },
    })
  })

  it('parallel analysis draws the numbers of R', () => {
    const found = analyseGolden(
      {
        analyses: [
          {
            id: 'x',
            method: 'parallel-analysis',
            items: Object.keys(readGoldenData('harman74_cor')),
            correlations: { n: 145 },
            replicates: 2000,
          },
        ],
      },
      'harman74_cor',
    )
    const { parallel } = readGolden('06-efa-harman74').expected
    expectGolden(found.get('x'), { parallel })
  })
})

describeGolden('omega hierarchical', () => {
  it.each([
    ['thurstone', 'thurstone_cor', { n: 213 }],
    ['hs1939', 'hs1939', undefined],
  ] as const)('agrees with R: %s', (block, data, correlations) => {
    const items = Object.keys(readGoldenData(data)).filter((name) => name !== 'school')
    const found = analyseGolden(
      { analyses: [{ id: 'x', method: 'omega', items, groupFactors: 3, correlations }] },
      data,
    )
    expectGolden(found.get('x'), readGolden('09-omega-hierarchical').expected[block], {
      rel: 1e-9,
      except: { psych_omega: 'psych stops its search at 1e-3' },
    })
  })
})

/** Answers of two groups of items that share a factor each; the last item of the second belongs to neither. */
const columns = (n: number) => {
  const random = rRandom(7)
  const rows = Array.from({ length: n }, () => {
    const [first, second] = [random.normal(), random.normal()]
    const item = (factor: number) => factor + 0.8 * random.normal()
    return [item(first), item(first), item(first), item(second), item(second), item(second)]
  })
  return Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name, i) => [name, rows.map((row) => row[i] as number)]),
  )
}
const run = (data: Record<string, (number | null)[]>, line: object) =>
  runPlan(sourceOf(data), readPlan(JSON.stringify({ plan: 'x', analyses: [{ id: 'x', ...line }] })))
    .results[0]

describe('efa on made-up answers', () => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f']
  it.each(['minres', 'ml', 'paf'])('%s finds the two factors that were put in', (extraction) => {
    const found = run(columns(400), { method: 'efa', items, factors: 2, extraction })
    const table = found?.tables?.loadings
    const values = table?.kind === 'coefficients' ? table.values : []
    const strongest = values.map(([first, second]) =>
      Math.abs(first ?? 0) > Math.abs(second ?? 0) ? 1 : 2,
    )
    expect(new Set(strongest.slice(0, 3)).size).toBe(1)
    expect(new Set(strongest.slice(3)).size).toBe(1)
    expect(strongest[0]).not.toBe(strongest[3])
  })

  it('leaves out who skipped an item', () => {
    const data = columns(100)
    const skipped = { ...data, a: (data.a as number[]).map((value, i) => (i < 3 ? null : value)) }
    expect(run(skipped, { method: 'efa', items, factors: 2 })).toMatchObject({ n: 97, omitted: 3 })
  })

  it.each([
    ['too many factors', { factors: 4 }, 'too many'],
    ['an item twice', { items: ['a', 'a', 'b', 'c', 'd'], factors: 1 }, 'not positive definite'],
    [
      'correlations that are none',
      { factors: 1, correlations: { n: 50 } },
      'no correlation matrix',
    ],
  ])('names the reason for %s', (_, line, reason) => {
    const found = run(columns(60), { method: 'efa', items, ...line })
    expect(found?.estimates).toEqual({})
    expect(found?.warnings.join()).toContain(reason)
  })

  it('parallel analysis keeps the two factors, by components and by factors', () => {
    for (const kind of ['components', 'factors'])
      expect(
        run(columns(200), { method: 'parallel-analysis', items, kind, replicates: 100 })?.estimates
          .retained,
      ).toMatchObject({ value: 2 })
  })
})
