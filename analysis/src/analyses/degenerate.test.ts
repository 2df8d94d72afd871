import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'

const design = { weight: 'w', strata: 's', cluster: 'c' }
const LINES = [
  { method: 'ols', outcome: 'y', predictors: ['x', { factor: 'g' }], cluster: 'c' },
  { method: 'ols', outcome: 'y', predictors: [{ variable: 'x', degree: 3 }] },
  { method: 'ols', outcome: 'y', predictors: [] },
  { method: 'logistic', outcome: 'b', event: 1, predictors: ['x', { factor: 'g' }] },
  { method: 'logistic', outcome: 'b', predictors: [] },
  { method: 'poisson', outcome: 'b', predictors: ['x'], exposure: 'w' },
  { method: 'survey-mean', variables: ['y', 'x'], by: 'g', design, lonely: 'adjust' },
  { method: 'survey-mean', variables: ['y'], design, lonely: 'average' },
  { method: 'survey-total', variables: ['y'], design },
  { method: 'survey-ratio', numerator: 'y', denominator: 'x', design, lonely: 'remove' },
  { method: 'survey-proportion', variable: 'b', values: [1], design, lonely: 'remove' },
  { method: 'survey-quantile', variables: ['y'], design: { weight: 'w' } },
  { method: 'survey-variance', variables: ['y'], design: { weight: 'w' } },
  { method: 'survey-ttest', variable: 'y', group: 'g', design: { weight: 'w' } },
  { method: 'survey-chisq', row: 'b', column: 'g', design: { weight: 'w' } },
  { method: 'survey-glm', outcome: 'y', predictors: ['x'], design: { weight: 'w' } },
  {
    method: 'survey-glm',
    family: 'binomial',
    outcome: 'b',
    predictors: ['x'],
    design: { weight: 'w' },
  },
  {
    method: 'survey-glm',
    family: 'poisson',
    outcome: 'b',
    predictors: ['x'],
    design: { weight: 'w' },
  },
  { method: 'rake', margins: [{ variable: 'g', population: { 1: 5, 2: 5 } }], means: ['y'] },
  { method: 'poststratify', margin: { variable: 'g', population: { 1: 5, 2: 5 } }, totals: ['y'] },
  {
    method: 'calibrate',
    predictors: ['x'],
    population: { intercept: 9, x: 30 },
    means: ['y'],
    shares: ['g'],
  },
  { method: 'weights-trim', design: { weight: 'w' }, low: 0.5, high: 2, unit: 'mean' },
  { method: 'missing-pattern', variables: ['y', 'x'] },
  { method: 'little-mcar', variables: ['y', 'x', 'b'] },
  { method: 'em', variables: ['y', 'x', 'b'] },
]

type Cells = readonly (number | null)[]
const repeat = (value: number | null, n: number): Cells => Array.from({ length: n }, () => value)
const columns = (n: number, of: (name: string) => Cells) => ({
  ...Object.fromEntries(['y', 'x', 'b', 'g', 'w', 's', 'c'].map((name) => [name, [...of(name)]])),
  n: Array.from({ length: n }, (_, i) => i),
})
const DATA = {
  'one respondent': columns(1, () => [1]),
  'two respondents': columns(2, () => [1, 2]),
  'no answers': columns(6, () => repeat(null, 6)),
  'the same answer of all': columns(6, () => repeat(1, 6)),
  'nothing but zeros': columns(6, () => repeat(0, 6)),
  'one column many times': columns(8, () => [0, 1, 2, 1, 0, 2, 1, 1]),
  'numbers far apart': columns(6, (name) =>
    name === 'y' || name === 'x' ? [1e-300, 1e300, 0, 1e8, -1e8, 3] : [0, 1, 1, 2, 2, 1],
  ),
  'holes everywhere': columns(6, (name) => {
    const place = name.charCodeAt(0) % 6
    return [1, 2, 1, 0, 2, 1].map((value, i) => (i === place ? null : value))
  }),
}

/** Names of numbers that are not numbers. */
const undefinedIn = (value: unknown, path = ''): string[] => {
  if (typeof value === 'number') return Number.isNaN(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => undefinedIn(part, `${path}/${key}`))
}

describe.each(Object.entries(DATA))('with %s', (_, data) => {
  it.each(LINES.map((line) => [line.method, line] as const))(
    '%s has numbers or a reason',
    (_method, line) => {
      const found = analyseMade(data, { id: 'x', ...line })
      expect(undefinedIn(found.estimates)).toEqual([])
      if (Object.keys(found.estimates).length === 0)
        expect(found.warnings.join()).toMatch(/^not defined: .{10}/)
    },
  )
})
