import { Problem } from '@echolot/problem'
import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'

describeGolden('power', () => {
  const { expected } = readGolden('26-power')
  it.each([
    ['t2_d0.5_p0.8_n', 'n', { test: 't-two', d: 0.5, power: 0.8 }],
    ['paired_d0.5_n30_power', 'power', { test: 't-paired', d: 0.5, n: 30 }],
    ['paired_d_detectable_n30_p80', 'd', { test: 't-paired', n: 30, power: 0.8 }],
    ['t2_unequal_n30_n3000_d0.3_power', 'power', { test: 't-unequal', n: 30, n2: 3000, d: 0.3 }],
    ['anova_k4_f0.25_p0.8_n', 'n', { test: 'anova', k: 4, f: 0.25, power: 0.8 }],
    ['r0.3_p0.8_n', 'n', { test: 'correlation', r: 0.3, power: 0.8 }],
    ['prop_h0.2_p0.8_n', 'n', { test: 'proportions', h: 0.2, power: 0.8 }],
    ['chisq_w0.3_df4_p0.8_N', 'n', { test: 'chi-square', w: 0.3, df: 4, power: 0.8 }],
  ])('%s agrees with R', (id, name, line) => {
    const found = analyseGolden({ analyses: [{ id, method: 'power', ...line }] }).get(id)
    expectGolden(found, { [name]: expected[id] }, { rel: 1e-5 })
  })
})

describe('power', () => {
  const find = (line: object) => analyseMade({ a: [1] }, { id: 'x', method: 'power', ...line })

  it('gives the documented example', () =>
    expect(find({ test: 't-paired', n: 30, d: 0.5 }).estimates.power).toBeCloseTo(0.754, 3))

  it('finds its own sample size and effect again', () => {
    const { estimates } = find({ test: 'regression', predictors: 3, f2: 0.15, n: 77 })
    const { power } = estimates
    expect(find({ test: 'regression', predictors: 3, f2: 0.15, power }).estimates.n).toBeCloseTo(
      77,
      6,
    )
    expect(find({ test: 'regression', predictors: 3, n: 77, power }).estimates.f2).toBeCloseTo(
      0.15,
      8,
    )
  })

  it.each([
    // pwr.f2.test(u = 3, f2 = .15, power = .8), pwr.p.test and pwr.t.test with alternative = "greater" in pwr 1.3
    ['v', 72.70582656, { test: 'regression', predictors: 3, f2: 0.15, power: 0.8 }],
    ['n', 154.5639031, { test: 'proportion', h: 0.2, power: 0.8, sides: 'one' }],
    ['n', 96.52289829, { test: 't-one', d: 0.3, power: 0.9, sides: 'one' }],
  ])('finds %s %d as R', (name, value, line) =>
    expect(find(line).estimates[name]).toBeCloseTo(value, 4),
  )

  it('takes two shares for h', () =>
    expect(find({ test: 'proportions', shares: [0.5, 0.6], n: 100 }).estimates.h).toBeCloseTo(
      0.2013579,
      6,
    ))

  it('says what is wrong with a question', () => {
    const faults = (line: object) => {
      try {
        find(line)
      } catch (fault) {
        if (fault instanceof Problem) return JSON.stringify(fault.details)
      }
      return ''
    }
    expect(faults({ test: 't-two', d: 0.5 })).toContain('leave out exactly one of n, d and power')
    expect(faults({ test: 't-two', r: 0.5, n: 10 })).toContain('the effect of t-two is d')
    expect(faults({ test: 'anova', f: 0.5, n: 10 })).toContain('anova needs k')
    expect(find({ test: 'correlation', r: 0.5, n: 3 }).warnings).toEqual([
      'not defined: 3 are too few for this test',
    ])
  })
})
