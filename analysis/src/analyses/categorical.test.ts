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

/** R's search stops early here; `fisher_precise` is the same to the last digits. */
const SEARCHED = { rel: 1e-2 }
const unlabelled = (matrix: { readonly values: unknown }) => ({ values: matrix.values })

describeGolden('crosstabs and proportions, by plans', () => {
  const { expected } = readGolden('14-categorical')
  const found = (id: string, line: object) => analyseGolden({ analyses: [{ id, ...line }] }).get(id)

  it.each(['hair_eye', 'ucb', 'job_satisfaction', 'tea'])('agree with R: %s', (id) => {
    const block = expected[id]
    const named = ['table', 'expected', 'pearson_residuals', 'adjusted_residuals']
    expectGolden(
      found(id, { method: 'crosstab', table: block.table.values }),
      {
        ...block,
        ...Object.fromEntries(named.map((name) => [name, unlabelled(block[name])])),
      },
      {
        tolerances: { fisher_conditional_or: SEARCHED, fisher_or_ci95: SEARCHED },
        except: { fisher_note: 'no number' },
      },
    )
  })
  it('agree with R on pairs and on given shares', () => {
    for (const id of ['mcnemar_approval', 'mcnemar_small_exact'])
      expectGolden(
        found(id, { method: 'crosstab', test: 'mcnemar', table: expected[id].table.values }),
        { ...expected[id], table: unlabelled(expected[id].table) },
      )
    const { obs, p0 } = expected.gof
    expectGolden(found('gof', { method: 'crosstab', test: 'goodness', obs, p0 }), expected.gof)
  })
  it('agree with R on intervals of shares', () => {
    for (const block of expected.proportions)
      expectGolden(found('p', { method: 'proportion', x: block.x, n: block.n }), block)
  })
})

describe('crosstab', () => {
  const source = sourceOf({
    sex: [1, 1, 1, 2, 2, 2, null],
    town: ['Ahlen', 'Ahlen', 'Oelde', 'Oelde', 'Oelde', 'Oelde', 'Oelde'],
    one: [1, 1, 1, 1, 1, 1, 1],
  })
  const run = (line: object) =>
    runPlan(source, readPlan(JSON.stringify({ plan: 'p', analyses: [{ id: 't', ...line }] })))
      .results[0]

  it('counts two variables, and warns of an empty cell', () => {
    const result = run({ method: 'crosstab', rows: 'sex', columns: 'town' })
    expect(result).toMatchObject({ n: 6, omitted: 1 })
    expect(result?.estimates.table).toMatchObject({
      rows: ['1', '2'],
      cols: ['Ahlen', 'Oelde'],
      values: [
        [2, 1],
        [0, 3],
      ],
    })
    expect(result?.warnings.join()).toMatch(/an empty cell: Wald/)
    expect(result?.estimates).not.toHaveProperty('or_wald_ci95')
    expect(result?.estimates.fisher_conditional_or).toMatchObject({
      value: Number.POSITIVE_INFINITY,
    })
  })
  it.each([
    { method: 'crosstab', rows: 'sex', columns: 'one' },
    {
      method: 'crosstab',
      test: 'mcnemar',
      table: [
        [5, 0],
        [0, 4],
      ],
    },
    { method: 'crosstab', test: 'goodness', rows: 'sex', p0: [0.2, 0.3, 0.5] },
  ])('says why it is not defined: %j', (line) =>
    expect(run(line)?.warnings[0]).toMatch(/^not defined: /),
  )
  it.each([
    { method: 'crosstab', rows: 'sex' },
    { method: 'crosstab', table: [[1, 2], [3]] },
    { method: 'proportion', x: 3 },
    { method: 'proportion', x: 3, n: 2 },
  ])('refuses a plan without a table: %j', (line) => expect(() => run(line)).toThrow('plan'))
})
