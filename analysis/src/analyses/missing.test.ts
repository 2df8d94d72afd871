import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'

describeGolden('missing values', () => {
  const { expected, inputs } = readGolden('25-missing-data')
  const variables = ['Ozone', 'Solar.R', 'Wind', 'Temp']
  const rel = 1e-7

  it('em agrees with R', () =>
    expectGolden(
      analyseGolden({ analyses: [{ id: 'x', method: 'em', variables }] }, 'airquality').get('x'),
      expected.em,
      {
        rel,
        except: {
          lavaan_mean: 'a second program, less exact; em agrees with the first',
          lavaan_cov: 'a second program, less exact; em agrees with the first',
        },
      },
    ))
  it('little-mcar agrees with R', () =>
    expectGolden(
      analyseGolden(
        { analyses: [{ id: 'x', method: 'little-mcar', variables }] },
        'airquality',
      ).get('x'),
      expected.little_mcar,
      { rel },
    ))
  it('missing-pattern agrees with mice', () =>
    expectGolden(
      analyseGolden(
        {
          analyses: [
            { id: 'x', method: 'missing-pattern', variables: ['age', 'bmi', 'hyp', 'chl'] },
          ],
        },
        'nhanes',
      ).get('x'),
      { pattern: expected.pattern_nhanes },
    ))
  it('pool agrees with mice', () =>
    expectGolden(
      analyseGolden({
        analyses: [{ id: 'x', method: 'pool', q: inputs.Q, u: inputs.U, n: 25, k: 1 }],
      }).get('x'),
      expected.pool,
      { rel },
    ))
})

describe('missing values', () => {
  const em = { id: 'x', method: 'em', variables: ['a', 'b'] }

  it('em of complete values has their mean and covariance by n', () => {
    const { estimates } = analyseMade({ a: [1, 2, 3, 6], b: [2, 1, 5, 4] }, em)
    expect(estimates['mean.a']).toBeCloseTo(3, 12)
    expect((estimates.cov as { values: number[][] }).values[0]?.[1]).toBeCloseTo(1.75, 12)
  })

  it('em says why there is nothing to tell', () => {
    const warn = (a: (number | null)[], b: (number | null)[]) =>
      analyseMade({ a, b }, em).warnings.join()
    expect(warn([1, 1, 1], [1, 2, 3])).toBe('not defined: a is the same for all')
    expect(warn([null, null], [1, 2])).toBe('not defined: a has no value')
    expect(
      analyseMade(
        { a: [1, 2, 3, 4, null], b: [2, 4, 6, 8, 10], c: [1, 5, 2, 4, null] },
        { ...em, variables: ['a', 'b', 'c'] },
      ).warnings.join(),
    ).not.toContain('NaN')
  })

  it('little-mcar needs two patterns', () =>
    expect(
      analyseMade({ a: [1, 2, 3], b: [2, 1, 5] }, { ...em, method: 'little-mcar' }).warnings.join(),
    ).toContain('same values missing'))

  it('pool has no less than two data sets, and no result without variance', () => {
    const warn = (line: object) =>
      analyseMade({ a: [1] }, { id: 'x', method: 'pool', ...line }).warnings.join()
    expect(warn({ q: [1], u: [1] })).toContain('cannot be pooled')
    expect(warn({ q: [1, 1], u: [0, 0] })).toContain('neither within nor between')
  })

  it('pool of equal estimates has the variance within', () => {
    const { estimates } = analyseMade(
      { a: [1] },
      { id: 'x', method: 'pool', q: [2, 2, 2], u: [4, 4, 4] },
    )
    expect(estimates).toMatchObject({ qbar: 2, t: 4, se: 2, r: 0, lambda: 0 })
  })
})
