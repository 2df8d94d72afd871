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

const goldenOf = (line: object, data?: string) =>
  analyseGolden({ analyses: [{ id: 'x', ...line }] }, data).get('x')

describeGolden('agreement of raters', () => {
  const kappas = readGolden('21-kappa')
  it.each(['cohen1968', 'sexual_fun'])('kappa agrees with vcd and psych: %s', (block) => {
    const expected = kappas.expected[block]
    expectGolden(
      goldenOf({
        method: 'kappa',
        table: expected.table.values,
        ...('weighted_custom' in expected
          ? { disagreement: kappas.inputs.custom_disagreement_weights.values }
          : {}),
      }),
      expected,
      { except: { vcd: 'the same numbers from another package', psych: 'the same' } },
    )
  })

  it('fleiss agrees with the worked example', () => {
    const counts = kappas.inputs.fleiss_counts.values
    expectGolden(goldenOf({ method: 'fleiss', counts }), { fleiss: kappas.expected.fleiss })
  })

  it('krippendorff agrees with the canonical example on all levels', () => {
    const { inputs, expected } = readGolden('22-krippendorff')
    const canonical = goldenOf({ method: 'krippendorff', ratings: inputs.canonical.values })
    const { coincidences_nominal } = expected
    expectGolden(canonical, { ...expected.canonical, coincidences_nominal })
    const binary = goldenOf({
      method: 'krippendorff',
      ratings: inputs.binary.values,
      levels: ['nominal'],
    })
    expectGolden(binary, { nominal: { alpha: expected.binary_nominal } })
    const texts = goldenOf({ method: 'krippendorff', ratings: inputs.nominal.values })
    expectGolden(texts, { nominal: { alpha: expected.nominal_jon_han } })
  })

  it('icc agrees with psych in all six forms', () => {
    const { inputs, expected } = readGolden('23-icc')
    expectGolden(goldenOf({ method: 'icc', ratings: inputs.ratings.values }), expected, {
      except: { types: 'names' },
    })
  })
})

const run = (data: Record<string, (number | string | null)[]>, line: object) =>
  runPlan(sourceOf(data), readPlan(JSON.stringify({ plan: 'x', analyses: [{ id: 'x', ...line }] })))
    .results[0]

describe('agreement from columns', () => {
  const texts = {
    ann: ['yes', 'no', 'yes', 'no', 'maybe', null],
    bob: ['yes', 'no', 'no', 'no', 'maybe', 'yes'],
  }
  it('kappa takes texts, leaves out who was rated once, and asks for the order', () => {
    const found = run(texts, { method: 'kappa', raters: ['ann', 'bob'] })
    expect(found).toMatchObject({ n: 5, omitted: 1 })
    expect(found?.estimates.po).toMatchObject({ value: 0.8 })
    expect(found?.warnings.join()).toContain('categories')
    expect(
      run(texts, { method: 'kappa', raters: ['ann', 'bob'], categories: ['no', 'maybe', 'yes'] })
        ?.warnings,
    ).toEqual([])
  })

  it('krippendorff takes what kappa leaves out only where two have judged', () => {
    const found = run(texts, { method: 'krippendorff', raters: ['ann', 'bob'] })
    expect(found).toMatchObject({ n: 5, omitted: 1 })
    const again = run(texts, { method: 'krippendorff', raters: ['ann', 'bob'] })
    expect(again?.estimates['nominal.ci95']).toEqual(found?.estimates['nominal.ci95'])
  })

  it.each([
    ['kappa', { raters: ['a', 'b'] }, 'fewer than two categories'],
    ['kappa', { raters: ['a', 'b'], categories: [1, 2] }, 'one category'],
    ['fleiss', { raters: ['a', 'b'] }, 'one category'],
    ['krippendorff', { raters: ['a', 'b'] }, 'all are the same'],
    ['icc', { raters: ['a', 'b'] }, 'rated the same'],
    ['icc', { raters: ['c', 'd'] }, 'by a constant only'],
  ])('%s names the reason where it is not defined: %j', (method, line, reason) => {
    const found = run(
      { a: [1, 1, 1], b: [1, 1, 1], c: [1, 2, 4], d: [2, 3, 5], e: [-1, 2, 4] },
      { method, ...line },
    )
    expect(found?.estimates).toEqual({})
    expect(found?.warnings.join()).toContain(reason)
  })

  it('krippendorff gives the other levels where one is not defined', () => {
    const found = run(
      { a: [1, 2, 4], b: [-1, 2, 4] },
      { method: 'krippendorff', raters: ['a', 'b'], levels: ['interval', 'ratio'] },
    )
    expect(found?.estimates).toHaveProperty(['interval.alpha'])
    expect(found?.estimates).not.toHaveProperty(['ratio.alpha'])
    expect(found?.warnings.join()).toContain('ratio: not defined: ratios of negative values')
  })
})
