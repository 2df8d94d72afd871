import { describe, expect, it } from 'vitest'
import { disclose } from '../disclosure/disclose.ts'
import { readPlan } from '../plan/read-plan.ts'
import { runPlan } from '../run-plan.ts'
import { sourceOf } from '../testing.ts'

/** Three of forty have the event. */
const columns = {
  b: Array.from({ length: 40 }, (_, i) => Number(i < 3)),
  t: Array.from({ length: 40 }, (_, i) => (i < 3 ? 'rare' : 'common')),
  x: Array.from({ length: 40 }, (_, i) => (i * 7) % 11),
  w: Array.from({ length: 40 }, (_, i) => 1 + (i % 3)),
}

const shownIn = async (line: object) => {
  const { results } = runPlan(
    sourceOf(columns),
    readPlan(JSON.stringify({ plan: 'made', analyses: [{ id: 'x', ...line }] })),
  )
  const [result] = (await disclose(results)).results
  return [
    ...Object.entries(result?.estimates ?? {}).filter(([, { shown }]) => shown === 'number'),
    ...Object.entries(result?.numbers ?? {}).filter(([, { shown }]) => shown === 'numbers'),
  ].map(([name]) => name)
}

describe('what gives a rare answer away', () => {
  it.each([
    [{ method: 'survey-mean', variables: ['b'] }, /^(b|mean)/],
    [{ method: 'survey-mean', variables: ['t'] }, /^(t|prop)/],
    [{ method: 'survey-total', variables: ['b', 't'] }, /^total/],
    [{ method: 'survey-proportion', variable: 'b', values: [1] }, /^prop/],
    [{ method: 'logistic', outcome: 'b', predictors: ['x'] }, /coef|brier|deviance/],
    [
      {
        method: 'calibrate',
        predictors: ['x'],
        population: { intercept: 80, x: 400 },
        means: ['b'],
        shares: ['t'],
      },
      /estimates|weights/,
    ],
  ])('is not shown by %j', async (line, names) =>
    expect((await shownIn(line)).filter((name) => names.test(name))).toEqual([]),
  )

  it('other means are shown, single weights are not', async () => {
    expect(await shownIn({ method: 'survey-mean', variables: ['x'] })).toContain('x')
    const shown = await shownIn({
      method: 'weights-trim',
      design: { weight: 'w' },
      low: 1,
      high: 2.5,
    })
    expect(shown).toContain('diagnostics.kish_deff')
    expect(shown).not.toContain('weights')
    expect(shown).not.toContain('diagnostics.max')
  })
})
