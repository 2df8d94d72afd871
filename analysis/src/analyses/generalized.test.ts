import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'

describeGolden('logistic and poisson', () => {
  it.each([
    ['mtcars', { outcome: 'am', predictors: ['wt', 'hp'] }],
    ['infert', { outcome: 'case', predictors: ['spontaneous', 'induced', 'age'] }],
  ])('logistic agrees with R for %s', (data, line) => {
    expectGolden(
      analyseGolden({ analyses: [{ id: 'x', method: 'logistic', ...line }] }, data).get('x'),
      readGolden('17-logistic').expected[data],
      { rel: 1e-8, tolerances: { or_profile_ci95: { rel: 1e-3 } } },
    )
  })

  it('poisson agrees with R', () => {
    const line = { id: 'x', method: 'poisson', outcome: 'count', predictors: ['spray'] }
    expectGolden(
      analyseGolden({ analyses: [line] }, 'insectsprays').get('x'),
      readGolden('17-logistic').expected.poisson,
      { rel: 1e-8 },
    )
  })
})

describe('logistic', () => {
  const line = { id: 'x', method: 'logistic', outcome: 'y', predictors: ['a'] }

  it('names what separates', () => {
    expect(analyseMade({ y: [0, 0, 0, 1, 1, 1], a: [1, 2, 3, 4, 5, 6] }, line).warnings).toEqual([
      'not defined: separation: a foretells some outcomes without error, so there is no finite estimate',
    ])
    // Quasi-complete: all with a = 1 have the event, those with a = 0 are mixed.
    expect(
      analyseMade(
        { y: [0, 1, 0, 1, 1, 1, 1, 0], a: [0, 0, 0, 0, 1, 1, 1, 0] },
        line,
      ).warnings.join(),
    ).toContain('separation: a foretells')
  })

  it('fits what nearly separates', () => {
    const y = [0, 0, 0, 0, 1, 0, 1, 1, 1, 1]
    const found = analyseMade({ y, a: y.map((_, i) => i) }, line)
    expect(found.warnings).toEqual([])
    expect(found.estimates['or.a']).toBeGreaterThan(1)
  })

  it('says why there is nothing to tell', () => {
    expect(analyseMade({ y: [1, 1, 1], a: [1, 2, 3] }, line).warnings).toEqual([
      'not defined: y has 1 different values instead of two; name one in "event"',
    ])
    expect(analyseMade({ y: [0, 1, 0], a: [2, null, null] }, line).warnings).toEqual([
      'not defined: the outcome is the same for all 1 with all values',
    ])
  })

  it('leaves out a constant', () => {
    const found = analyseMade({ y: [0, 1, 0, 1], a: [2, 2, 2, 2] }, line)
    expect(found.warnings).toContain('a is left out: it is a combination of the columns before it')
    expect(found.estimates).not.toHaveProperty('lr_p')
  })
})

describe('poisson', () => {
  const line = { id: 'x', method: 'poisson', outcome: 'y', predictors: ['a'] }

  it('has the rate of each group, per exposure', () => {
    const found = analyseMade(
      { y: [2, 4, 9, 3], a: [0, 0, 1, 1], t: [1, 2, 1, 1] },
      { ...line, exposure: 't' },
    )
    expect(found.estimates['irr.(Intercept)']).toBeCloseTo(2, 12)
    expect(found.estimates['irr.a']).toBeCloseTo(3, 12)
  })

  it('says why there is nothing to tell', () => {
    expect(analyseMade({ y: [1.5, 2, 3], a: [1, 2, 4] }, line).warnings.join()).toContain(
      'not a count',
    )
    expect(analyseMade({ y: [0, 0, 0], a: [1, 2, 4] }, line).warnings).toEqual([
      'not defined: all counts are 0',
    ])
    expect(analyseMade({ y: [0, 0, 3, 4, 2], a: [1, 1, 0, 0, 0] }, line).warnings.join()).toContain(
      'separation: a foretells some counts',
    )
  })
})
