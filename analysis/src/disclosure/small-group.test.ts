import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import { seeded } from '../synthetic.testing.ts'

/**
 * Two sets of answers that are the same, but that other three people make up a small group. Whatever is told must be the
 * same for both, by whatever method and in whatever field of it the group is named.
 */
let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/small-group-`)
  await writeFile(`${room}/these.csv`, csvOf(THESE))
  await writeFile(`${room}/those.csv`, csvOf(THOSE))
})
afterAll(() => rm(room, { recursive: true }))

const N = 140
/** Three people each, who do not all say the same. */
const [THESE, THOSE] = [
  [5, 9, 90],
  [21, 77, 130],
] as const
const csvOf = (few: readonly number[]) => {
  const random = seeded(5)
  const columns = ['v', 'u', 'x', 'y', 'b', 'd', 'w', 'k', 'psu', 's', 't', 'p', 'ws', 'fs']
  const lines = Array.from({ length: N }, (_, i) => {
    const v = 1 + Math.floor(5 * random())
    const x = Math.round(100 * random())
    const isFew = few.includes(i)
    const t = isFew ? 3 : 1 + (i % 2)
    return [
      ...[v, Math.min(5, Math.max(1, v + Math.floor(3 * random()) - 1)), x],
      ...[Math.round(0.5 * x + 30 * random()), Number(random() < 0.5), Number(random() < 0.4)],
      ...[1 + Math.floor(3 * random()), Math.floor(4 * random()), Math.floor(i / 5)],
      ...[Number(isFew), t, `ort ${'ABC'[t - 1]}`, isFew ? 400 : 1, isFew ? 'x' : ''],
    ].join(',')
  })
  return `${[columns.join(','), ...lines].join('\n')}\n`
}

const DERIVE = [
  { name: 'v_rest', expression: 'if(s == 1, none, v)' },
  { name: 'u_rest', expression: 'if(s == 1, none, u)' },
  { name: 'x_rest', expression: 'if(s == 1, none, x)' },
  { name: 'y_rest', expression: 'if(s == 1, none, y)' },
  { name: 'v_mixed', expression: 'if(s == 1, 6 - v, v)' },
  { name: 'v_marked', expression: 'v + 1000 * s' },
  { name: 'b_rest', expression: 'if(s == 1, none, b)' },
  { name: 'b_wide', expression: 'if(s == 1, 1, b)' },
  { name: 'inner', expression: 'if(s == 1, 0, b)' },
]

const told = async (data: string, analyses: readonly object[], plan: object = {}) => {
  const file = `${room}/plan.json`
  const lines = analyses.map((line, i) => ({ id: `a${i}`, ...line }))
  await writeFile(file, JSON.stringify({ plan: 'p', derive: DERIVE, ...plan, analyses: lines }))
  const order = { data: `${room}/${data}.csv`, plan: file, out: `${room}/out`, documents: 'report' }
  const open = await analyse({ ...order, documents: 'report', protection: 'off' })
  const { results } = await analyse({ ...order, documents: 'report', protection: 'on' })
  return { shown: results.analyses, open: open.results.analyses }
}

const expectSilent = async (analyses: readonly object[], plan?: object) => {
  const these = await told('these', analyses, plan)
  const those = await told('those', analyses, plan)
  // There is something to be told.
  expect(these.open).not.toEqual(those.open)
  expect(these.shown).toEqual(those.shown)
}

describe('the answers of a small group', () => {
  it.each([
    ['descriptives', { variables: ['v', 'v_rest'] }],
    ['frequencies', { variables: ['v', 'v_rest'] }],
    ['histogram', { variables: ['x', 'x_rest'], from: 0, to: 100, width: 20 }],
    ['proportion', { variable: 'b_rest', values: [1] }],
    ['t-test', { variable: 'x', by: 's' }],
    ['t-test', { variable: 'x', by: 't', groups: [1, 2] }],
    ['welch-t', { variable: 'x', by: 's' }],
    ['anova', { variable: 'x', by: 't' }],
    ['welch-anova', { variable: 'x', by: 't' }],
    ['posthoc', { variable: 'x', by: 't' }],
    ['kruskal', { variable: 'x', by: 't' }],
    ['mann-whitney', { variable: 'x', by: 's' }],
    ['mean-comparison', { variables: ['x'], by: 's', groups: [1, 0] }],
    ['share-comparison', { variables: ['v'], values: [4, 5], by: 's', groups: [1, 0] }],
    ['recheck', { variables: ['v'], values: [4, 5], how: 'without', column: 's' }],
    ['crosstab', { rows: 'b', columns: 's' }],
    ['ols', { outcome: 'x', predictors: ['s'] }],
    ['ols', { outcome: 'x', predictors: ['y', { factor: 't' }] }],
    ['ols', { outcome: 'x', predictors: ['b', { product: ['b', 's'] }] }],
    ['ols', { outcome: 'x', predictors: ['b', 'b_wide'] }],
    ['ols', { outcome: 'x', predictors: ['v_marked'] }],
    ['logistic', { outcome: 'b', predictors: ['s'] }],
    ['logistic', { outcome: 'b', predictors: ['x', { factor: 't' }] }],
    ['poisson', { outcome: 'k', predictors: ['s'] }],
    [
      'survey-glm',
      { outcome: 'x', predictors: ['s'], family: 'gaussian', design: { weight: 'w' } },
    ],
    ['survey-mean', { variables: ['x'], by: 't', design: { weight: 'w' } }],
    ['survey-mean', { variables: ['x'], design: { weight: 'ws' } }],
    ['survey-mean', { variables: ['x'], domain: { variable: 't', values: [1, 2] } }],
    ['survey-ttest', { variable: 'x', group: 's', design: { weight: 'w' } }],
    ['survey-proportion', { variable: 'b', values: [1], domain: { variable: 's', values: [0] } }],
    ['survey-total', { variables: ['x'], domain: { variable: 's', values: [0] } }],
    ['survey-chisq', { row: 'b', column: 's', design: { weight: 'w' } }],
    ['correlation', { variables: ['x', 's'] }],
    ['correlation', { variables: ['x', 'y', 's'] }],
    ['two-way-anova', { variable: 'x', factors: ['b', 't'] }],
    ['kappa', { raters: ['b', 'b_wide'] }],
    ['paired-t', { first: 'v', second: 'v_mixed' }],
    ['wilcoxon', { first: 'v', second: 'v_mixed' }],
    ['sign-test', { first: 'v', second: 'v_mixed' }],
    ['alpha', { items: ['v', 'u', 'v_mixed'] }],
  ])('are not told by %s %o', async (method, fields) => {
    await expectSilent([
      { method, ...fields },
      { method: 'descriptives', variables: ['x', 'v', 'b'] },
    ])
  })

  it.each([
    ['alpha', { items: ['v', 'u'] }, { items: ['v_rest', 'u_rest'] }],
    ['ols', { outcome: 'x', predictors: ['y'] }, { outcome: 'x_rest', predictors: ['y'] }],
    ['correlation', { variables: ['x', 'y'] }, { variables: ['x_rest', 'y_rest'] }],
    ['descriptives', { variables: ['x'] }, { variables: ['x_rest'] }],
    ['weighted-means', { variables: ['x'] }, { variables: ['x_rest'] }],
    ['weighted-means', { variables: ['v'] }, { variables: ['v_mixed'] }],
    ['weighted-means', { variables: ['v'] }, { variables: ['v_marked'] }],
    ['weighted-medians', { variables: ['y'] }, { variables: ['y_rest'] }],
    ['survey-mean', { variables: ['x'] }, { variables: ['x_rest'] }],
    ['t-test', { variable: 'x', by: 'b' }, { variable: 'x_rest', by: 'b' }],
  ])('are not told by two of %s %o %o', async (method, first, second) => {
    await expectSilent([
      { method, ...first },
      { method, ...second },
    ])
  })

  it('are not told by weights', async () => {
    const lines = [{ method: 'weighted-means', variables: ['x'] }]
    await expectSilent(lines, { data: { weight: 'ws' } })
    await expectSilent([{ method: 'weighted-shares', variables: ['b'], values: [1] }], {
      data: { weight: 'ws' },
    })
  })
})
