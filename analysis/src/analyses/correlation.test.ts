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

describeGolden('correlations, by plans', () => {
  const { expected } = readGolden('15-correlation')
  const found = (id: string, file: string | undefined, line: object) =>
    analyseGolden({ analyses: [{ id, method: 'correlation', ...line }] }, file).get(id)

  it.each([
    ['attitude_rating_complaints', 'attitude', ['rating', 'complaints']],
    ['attitude_privileges_advance', 'attitude', ['privileges', 'advance']],
    ['bfi_N1_N2', 'bfi', ['N1', 'N2']],
  ])('agree with R on two variables: %s', (id, file, variables) =>
    expectGolden(found(id, file, { variables }), expected[id]),
  )
  it('agree with R on several variables', () => {
    const { matrix_pearson, matrix_spearman, partial_all_others, p_holm_upper } = expected
    expectGolden(found('all', 'attitude', { variables: matrix_pearson.rows }), {
      matrix_pearson,
      matrix_spearman,
      partial_all_others,
      p_holm_upper,
    })
    const { airquality_pairwise } = expected
    expectGolden(
      found('pairwise', 'airquality', { variables: airquality_pairwise.r.rows }),
      airquality_pairwise,
    )
  })
  it('agree with R on comparisons of correlations', () => {
    expectGolden(
      found('dependent_r', 'attitude', {
        kind: 'dependent',
        variables: ['rating', 'complaints', 'learning'],
      }),
      expected.dependent_r,
    )
    const { r1, r2, n1, n2 } = expected.independent_r
    expectGolden(found('i', undefined, { r: [r1, r2], n: [n1, n2] }), expected.independent_r)
  })
  it('agree with R on ordered categories', () => {
    const { table, ...block } = expected.polychoric_bfi_N1_N2
    const tolerances = { rho_two_step: { rel: 0, abs: 1e-5 }, se: { rel: 0, abs: 1e-5 } }
    expectGolden(
      found('p', 'bfi', { kind: 'polychoric', variables: ['N1', 'N2'] }),
      { ...block, table },
      { tolerances },
    )
  })
})

describe('correlation', () => {
  const source = sourceOf({
    x: [1, 2, 3, 4, 5, 6],
    y: [2, 1, 4, 3, 6, 5],
    twice: [2, 4, 6, 8, 10, 12],
    same: [3, 3, 3, 3, 3, 3],
    few: [1, 2, 3, null, null, null],
    half: [0, 0, 0, 1, 1, 1],
  })
  const run = (line: object) =>
    runPlan(
      source,
      readPlan(
        JSON.stringify({ plan: 'p', analyses: [{ id: 't', method: 'correlation', ...line }] }),
      ),
    ).results[0]

  it('is the correlation of residuals when others are held constant', () => {
    const result = run({ variables: ['x', 'y'], controlling: ['half'] })
    expect(result?.estimates.df).toMatchObject({ value: 3 })
    // Worked by hand: residuals (−1, 0, 1, −1, 0, 1) and (−1/3, −4/3, 5/3, −5/3, 4/3, 1/3).
    expect(result?.estimates.partial).toMatchObject({
      value: expect.closeTo(4 / Math.sqrt((4 * 28) / 3), 12),
    })
  })
  it('says that a variable is a combination of others', () =>
    expect(run({ variables: ['x', 'y', 'twice'] })?.warnings).toEqual([
      'a variable is a combination of the others: no partial correlations',
    ]))
  it.each([
    { variables: ['x', 'same'] },
    { variables: ['x', 'few'] },
    { kind: 'polychoric', variables: ['x', 'same'] },
    {
      kind: 'polychoric',
      table: [
        [5, 0],
        [0, 5],
      ],
    },
  ])('says why it is not defined: %j', (line) => {
    expect(run(line)?.warnings[0]).toMatch(/^not defined: /)
    expect(run(line)?.estimates).toEqual({})
  })
  it.each([
    { kind: 'partial', variables: ['x', 'y'] },
    { variables: ['x'] },
    { kind: 'independent' },
  ])('refuses a plan that does not say what: %j', (line) => expect(() => run(line)).toThrow('plan'))
})
