import { describe, expect, it } from 'vitest'
import { rRandom } from '../numerics/r-random.ts'
import { readPlan } from '../plan/read-plan.ts'
import { runPlan } from '../run-plan.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'
import { sourceOf } from '../testing.ts'

describeGolden('cfa', () => {
  const { inputs, expected } = readGolden('10-cfa-hs1939')
  it('agrees with lavaan: fit, parameters, MLR and invariance', () => {
    const found = analyseGolden(
      { analyses: [{ id: 'x', method: 'cfa', model: inputs.model, invarianceBy: 'school' }] },
      'hs1939',
    )
    expectGolden(found.get('x'), expected, { rel: 1e-5, abs: 1e-6 })
  })
})

/** Two correlated factors with three items each; with `strange`, c is measured by both. */
const columns = (n: number) => {
  const random = rRandom(11)
  const rows = Array.from({ length: n }, () => {
    const first = random.normal()
    const second = 0.5 * first + 0.8 * random.normal()
    const item = (factor: number, loading: number) => loading * factor + 0.7 * random.normal()
    return [1, 0.8, -0.9]
      .map((loading) => item(first, loading))
      .concat([1, 0.7, 1.2].map((loading) => item(second, loading)))
  })
  return Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name, i) => [name, rows.map((row) => row[i] as number)]),
  )
}
const MODEL = 'first =~ a + b + c\nsecond =~ d + e + f'
const planOf = (line: object) =>
  readPlan(JSON.stringify({ plan: 'x', analyses: [{ id: 'x', method: 'cfa', ...line }] }))
const run = (data: Record<string, (number | null)[]>, line: object) =>
  runPlan(sourceOf(data), planOf(line)).results[0]
const numberOf = (found: ReturnType<typeof run>, name: string) =>
  (found?.estimates[name] as { value: number } | undefined)?.value ?? Number.NaN

describe('cfa on made-up answers', () => {
  it('fits the same with either scale of the factors, and either way to write the model', () => {
    const data = columns(300)
    const factors = [
      { name: 'first', items: ['a', 'b', 'c'] },
      { name: 'second', items: ['d', 'e', 'f'] },
    ]
    const [text, list, unit] = [
      run(data, { model: MODEL }),
      run(data, { factors }),
      run(data, { factors, scaling: 'unit-variance' }),
    ]
    expect(numberOf(list, 'fit.chisq')).toBeCloseTo(numberOf(text, 'fit.chisq'), 10)
    expect(numberOf(unit, 'fit.chisq')).toBeCloseTo(numberOf(text, 'fit.chisq'), 8)
    expect(numberOf(text, 'fit.df')).toBe(8)
  })

  it('frees a residual covariance and fixes factors apart', () => {
    const data = columns(300)
    const freed = run(data, { model: `${MODEL}\na ~~ d` })
    const apart = run(data, { model: `${MODEL}\nfirst ~~ 0*second` })
    expect([numberOf(freed, 'fit.df'), numberOf(apart, 'fit.df')]).toEqual([7, 9])
    expect(numberOf(apart, 'fit.chisq')).toBeGreaterThan(numberOf(freed, 'fit.chisq') + 20)
  })

  it.each([
    ['too few respondents', 5, { model: MODEL }, 'too few'],
    ['too many parameters', 90, { model: 'f =~ a + b' }, 'not identified'],
  ])('names the reason for %s', (_, n, line, reason) => {
    const found = run(columns(n), line)
    expect(found?.estimates).toEqual({})
    expect(found?.warnings.join()).toContain(reason)
  })

  it('refuses a model it does not understand, and columns that are not there', () => {
    expect(() => run(columns(50), { model: 'first ~ a' })).toThrow()
    expect(() => run(columns(50), { model: 'first =~ a + b + zz' })).toThrow()
    expect(() => run(columns(50), {})).toThrow()
  })
})
