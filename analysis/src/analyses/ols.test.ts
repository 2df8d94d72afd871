import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'

const NIST = {
  Norris: ['x'],
  Pontius: [{ variable: 'x', degree: 2 }],
  NoInt1: ['x'],
  NoInt2: ['x'],
  Longley: ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'],
  Filip: [{ variable: 'x', degree: 10 }],
  Wampler1: [{ variable: 'x', degree: 5 }],
  Wampler2: [{ variable: 'x', degree: 5 }],
  Wampler3: [{ variable: 'x', degree: 5 }],
  Wampler4: [{ variable: 'x', degree: 5 }],
  Wampler5: [{ variable: 'x', degree: 5 }],
}

describeGolden('ols', () => {
  it.each(Object.entries(NIST))('meets what NIST certifies for %s', (name, predictors) => {
    const line = {
      id: 'x',
      method: 'ols',
      outcome: 'y',
      predictors,
      intercept: !name.startsWith('NoInt'),
      layout: 'nist',
    }
    expectGolden(
      analyseGolden({ analyses: [line] }, `nist-${name}`).get('x'),
      readGolden('03-nist-linear-regression').expected[name],
      { rel: 1e-12 },
    )
  })

  it.each([
    ['mtcars', { outcome: 'mpg', predictors: ['wt', 'hp', 'am'] }],
    [
      'swiss',
      {
        outcome: 'Fertility',
        predictors: ['Agriculture', 'Examination', 'Education', 'Catholic', 'Infant.Mortality'],
      },
    ],
    [
      'chickweight',
      { outcome: 'weight', predictors: ['Time', { factor: 'Diet' }], cluster: 'Chick' },
    ],
  ])('agrees with R for %s', (data, line) => {
    expectGolden(
      analyseGolden({ analyses: [{ id: 'x', method: 'ols', ...line }] }, data).get('x'),
      readGolden('16-ols-robust').expected[data],
    )
  })
})

describe('ols', () => {
  const line = { id: 'x', method: 'ols', outcome: 'y', predictors: ['a', 'b'] }
  const y = [1, 3, 2, 5, 4, 6]

  it('leaves out a combination of other columns by name', () => {
    const found = analyseMade({ y, a: [1, 2, 3, 4, 5, 7], b: [2, 4, 6, 8, 10, 14] }, line)
    expect(found.warnings).toEqual(['b is left out: it is a combination of the columns before it'])
    expect(found.estimates.coef).toMatchObject({ rows: ['(Intercept)', 'a'] })
  })

  it('says why there is nothing to tell', () => {
    expect(analyseMade({ y: [1, 2, 2], a: [1, 3, 4], b: [2, 1, 5] }, line).warnings).toEqual([
      'not defined: 3 with all values are too few for 3 coefficients',
    ])
    expect(analyseMade({ y: [null, 2], a: [1, null], b: [2, 1] }, line).warnings).toEqual([
      'not defined: nobody has all values',
    ])
  })

  it('has no R² for an outcome that is always the same', () => {
    const found = analyseMade(
      { y: [2, 2, 2, 2, 2, 2], a: [1, 2, 3, 4, 5, 7], b: [2, 1, 6, 8, 3, 1] },
      line,
    )
    expect(found.estimates).not.toHaveProperty('r2')
    expect(found.warnings.join()).toContain('r2: not defined')
    expect(JSON.stringify(found)).not.toContain('null,null,null')
  })

  it('names an exact fit instead of testing against nothing', () => {
    const found = analyseMade(
      { y: [3, 5, 7, 9, 11, 15], a: [1, 2, 3, 4, 5, 7], b: [2, 1, 6, 8, 3, 1] },
      line,
    )
    expect(found.estimates.F).toBe('Infinity')
    expect(found.warnings.join()).toContain('exactly')
  })

  it('has no clusters of one', () =>
    expect(
      analyseMade(
        { y, a: [1, 2, 3, 4, 5, 7], b: [2, 1, 6, 8, 3, 1], c: [1, 1, 1, 1, 1, 1] },
        { ...line, cluster: 'c' },
      ).warnings,
    ).toEqual(['not defined: there is one cluster only']))
})
