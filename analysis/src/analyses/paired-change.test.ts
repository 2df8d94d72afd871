import { describe, expect, it } from 'vitest'
import cases from '../golden/own/paired-change.json' with { type: 'json' }
import { analyseMade } from '../made.testing.ts'

describe('paired-change', () => {
  it.each(Object.entries(cases))('agrees with R: %s', (_, { pre, post, expected }) => {
    const { estimates } = analyseMade(
      { pre, post },
      { id: 'x', method: 'paired-change', pre: 'pre', post: 'post', replicates: 1999, seed: 7 },
    )
    for (const [name, value] of Object.entries(expected))
      for (const [i, one] of [value].flat().entries()) {
        const found = [estimates[name]].flat()[i]
        expect(Math.abs(Number(found) - one), `${name} ${found} ${one}`).toBeLessThanOrEqual(
          (name === 'detectable_d' ? 1e-8 : 1e-12) * Math.abs(one) + 1e-15,
        )
      }
  })

  const long = {
    x: [3, 5, 4, 4, 2, 6, 9],
    wave: [0, 1, 0, 1, 0, 1, 0],
    unit: ['a', 'a', 'b', 'b', 'c', 'c', 'd'],
  }
  const line = { id: 'x', variable: 'x', by: 'wave', groups: [0, 1], unit: 'unit' }

  it('pairs rows of the same unit, and counts who has one only', () => {
    const found = analyseMade(long, { ...line, method: 'paired-change' })
    expect(found).toMatchObject({ n: 3, omitted: 1 })
    expect(found.estimates).toMatchObject({ change: 2, 'counts.higher': 2, 'counts.same': 1 })
  })

  it('refuses a unit that is twice in one wave', () => {
    const found = analyseMade(
      { ...long, unit: ['a', 'a', 'a', 'b', 'c', 'c', 'd'] },
      {
        ...line,
        method: 'paired-change',
      },
    )
    expect(found.notEstimable?.all).toContain('two rows in one wave')
  })

  it('names what is not estimable where nobody changed alike', () => {
    const found = analyseMade(
      { a: [1, 2, 3, 4], b: [3, 4, 5, 6] },
      { id: 'x', method: 'paired-change', pre: 'a', post: 'b' },
    )
    expect(found.estimates).toMatchObject({ change: 2, sd_change: 0, median_change: 2 })
    expect(found.notEstimable).toMatchObject({
      ci95_bca: 'all values are the same',
      paired: 'the values have no spread',
    })
  })
})

describe('attrition', () => {
  const reasonOf = (reasons: readonly (string | null)[], line: object = {}) =>
    analyseMade(
      {
        a: reasons.map(() => 1),
        b: reasons.map((reason) => (reason === null ? 1 : null)),
        reason: reasons,
      },
      { id: 'x', method: 'attrition', pre: 'a', post: 'b', reason: 'reason', ...line },
    )

  it('merges reasons of fewer than five', () => {
    const found = reasonOf([
      ...Array.from({ length: 20 }, () => null),
      ...Array.from({ length: 6 }, () => 'moved'),
      'ill',
      'ill',
      'work',
    ])
    expect(found.estimates).toMatchObject({ both: 20, only_pre: 9, 'reasons.ill': 2 })
    expect(found.estimates).toMatchObject({ 'merged.other': 9 })
    expect(found.estimates).not.toHaveProperty(['merged.moved'])
  })

  it('counts those that are not in the data', () => {
    const found = reasonOf([null, null, 'moved'], { invited: 5 })
    expect(found.estimates).toMatchObject({ neither: 2, 'reasons.unknown': 2, share_both: 0.4 })
    expect(reasonOf([null, null], { invited: 1 }).notEstimable?.all).toContain(
      'only 1 were invited',
    )
  })
})
