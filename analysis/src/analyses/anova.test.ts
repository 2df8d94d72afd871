import { describe, expect, it } from 'vitest'
import { readPlan } from '../plan/read-plan.ts'
import { runPlan } from '../run-plan.ts'
import { adjustP } from '../statistics/adjust-p.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'
import { sourceOf } from '../testing.ts'

const found = (line: { readonly id: string }, file: string) =>
  analyseGolden({ analyses: [line] }, file).get(line.id)
/** What R computes by its ptukey. */
const RANGE = { rel: 0, abs: 1e-6 }

describeGolden('analyses of variance, by plans', () => {
  const { expected } = readGolden('13-anova')

  it.each([
    ['plantgrowth', 'plantgrowth', { variable: 'weight', by: 'group' }],
    ['insectsprays', 'insectsprays', { variable: 'count', by: 'spray' }],
  ])('agree with R on one factor: %s', (id, file, line) => {
    const { welch, tukey, games_howell, pairwise_t_holm, pairwise_welch_bh, groups, ...plain } =
      expected[id]
    expectGolden(
      found({ id, method: 'anova', ...line } as { id: string }, file),
      { groups, ...plain },
      {
        tolerances: { eta2_ci90_noncentralF: { rel: 0, abs: 1e-6 } },
      },
    )
    expectGolden(found({ id, method: 'welch-anova', ...line } as { id: string }, file), {
      welch,
      groups,
    })
    expectGolden(
      found({ id, method: 'posthoc', ...line } as { id: string }, file),
      { tukey, games_howell, pairwise_t_holm, pairwise_welch_bh },
      { tolerances: { tukey: RANGE, games_howell: RANGE } },
    )
  })

  it('agree with R on two factors with unequal cells', () =>
    expectGolden(
      found(
        { id: 'twoway', method: 'two-way-anova', variable: 'len', factors: ['supp', 'dose'] } as {
          id: string
        },
        'toothgrowth_unbalanced',
      ),
      expected.twoway,
    ))

  it('agree with R on pairs of months by rank sums', () =>
    expectGolden(
      found(
        { id: 'p', method: 'posthoc', variable: 'Ozone', by: 'Month' } as { id: string },
        'ozone_month',
      ),
      { pairwise_wilcox_holm: readGolden('12-nonparametric').expected.pairwise_wilcox_holm_ozone },
    ))

  // SmLs04–09 have seven and thirteen equal leading digits, of which reading leaves fewer.
  it.each([
    ['SiRstv', 1e-9],
    ['AtmWtAg', 1e-9],
    ['SmLs01', 1e-9],
    ['SmLs02', 1e-9],
    ['SmLs04', 1e-8],
    ['SmLs05', 1e-8],
    ['SmLs07', 1e-2],
    ['SmLs08', 1e-2],
    ['SmLs09', 1e-2],
  ])('have the digits that NIST certifies for %s', (id, rel) =>
    expectGolden(
      found({ id, method: 'anova', variable: 'y', by: 'group' } as { id: string }, `nist-${id}`),
      readGolden('02-nist-anova').expected[id],
      { rel, abs: 0 },
    ),
  )
})

describeGolden('adjusted p values', () => {
  const { inputs, expected } = readGolden('20-multiple-testing')
  it.each(['bh1995', 'with_na'])('agree with R: %s', (id) => {
    const estimates = analyseGolden({
      analyses: [{ id, method: 'adjust-p', p: inputs[id] }],
    }).get(id)
    expectGolden(
      estimates,
      {
        adjusted: expected[id],
        ...(id === 'bh1995'
          ? { sidak: expected.sidak_bh1995, holm_sidak: expected.holm_sidak_bh1995 }
          : {}),
      },
      { rel: 1e-12 },
    )
  })
})

describe('analyses of variance that are not defined', () => {
  const source = sourceOf({
    same: [3, 3, 3, 3],
    steps: [1, 1, 2, 2],
    x: [1, 2, 3, 5],
    group: [1, 1, 2, 2],
    one: [1, 1, 1, 1],
    each: [1, 2, 3, 4],
  })
  const run = (line: object) =>
    runPlan(source, readPlan(JSON.stringify({ plan: 'p', analyses: [{ id: 't', ...line }] })))
      .results[0]
  it.each([
    { method: 'anova', variable: 'same', by: 'group' },
    { method: 'anova', variable: 'x', by: 'one' },
    { method: 'anova', variable: 'x', by: 'each' },
    { method: 'welch-anova', variable: 'steps', by: 'group' },
    { method: 'posthoc', variable: 'x', by: 'one' },
    { method: 'two-way-anova', variable: 'x', factors: ['group', 'each'] },
    { method: 'two-way-anova', variable: 'x', factors: ['group', 'one'] },
  ])('say why: %j', (line) => {
    expect(run(line)?.warnings[0]).toMatch(/^not defined: /)
    expect(run(line)?.estimates).toEqual({})
  })
  it('leave F out where groups have no spread', () => {
    const result = run({ method: 'anova', variable: 'steps', by: 'group' })
    expect(result?.warnings).toContain('no spread within the groups: F is not defined')
    expect(result?.estimates).not.toHaveProperty('F')
  })
})

describe('adjustP', () => {
  it('gives the documented example', () =>
    expect(adjustP([0.01, 0.04, 0.03], 'holm').map((p) => p.toFixed(12))).toEqual(
      [0.03, 0.06, 0.06].map((p) => p.toFixed(12)),
    ))
})
