import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'

const margins = [
  { variable: 'stype', population: { E: 4421, H: 755, M: 1018 } },
  { variable: 'sch.wide', population: { No: 1072, Yes: 5122 } },
]
const common = {
  design: { weight: 'pw', cluster: 'dnum', fpc: 'fpc' },
  means: ['api00'],
  totals: ['enroll'],
  shares: ['awards'],
}
const population = { intercept: 6194, stypeH: 755, stypeM: 1018, api99: 3_914_069 }
const predictors = ['stype', 'api99']

describeGolden('weighting', () => {
  const find = (line: object) =>
    analyseGolden({ analyses: [{ id: 'x', ...line }] }, 'apiclus1').get('x')
  const { expected } = readGolden('19-raking-calibration')
  const rel = 1e-7

  it('rakes as R', () => {
    // Standard errors: R's own ten rounds, see the note of the reference file.
    expectGolden(find({ method: 'rake', ...common, margins }), expected.raked, {
      rel,
      tolerances: {
        'estimates.se_api00': { rel: 1e-4 },
        'estimates.se_enroll': { rel: 1e-4 },
        'estimates.se_awards': { rel: 1e-4 },
      },
    })
  })
  it('post-stratifies as R', () =>
    expectGolden(
      find({ method: 'poststratify', ...common, margin: margins[0] }),
      expected.poststratified,
      { rel },
    ))
  it('calibrates linearly as R', () =>
    expectGolden(find({ method: 'calibrate', ...common, predictors, population }), expected.greg, {
      rel,
    }))
  it('calibrates by raking as R', () =>
    expectGolden(
      find({ method: 'calibrate', ...common, predictors, population, distance: 'raking' }),
      expected.calibration_raking,
      { rel },
    ))
  it('trims as R', () =>
    expectGolden(
      find({ method: 'weights-trim', design: { weight: 'pw' }, margins, low: 15, high: 45 }),
      expected.trimmed,
      { rel },
    ))
})

describe('weighting', () => {
  const columns = {
    // Cells single/couple × one/two children: 30, 20, 25, 25.
    kind: [30, 20, 25, 25].flatMap((n, i) => Array.from({ length: n }, () => (i < 2 ? 1 : 2))),
    children: [30, 20, 25, 25].flatMap((n, i) => Array.from({ length: n }, () => (i % 2) + 1)),
  }
  const rake = {
    id: 'x',
    method: 'rake',
    margins: [
      { variable: 'kind', population: { 1: 55, 2: 45 } },
      { variable: 'children', population: { 1: 40, 2: 60 } },
    ],
  }

  it('gives the worked example of the domain', () => {
    const { estimates } = analyseMade(columns, rake)
    const weights = estimates.weights as number[]
    expect([0, 30, 50, 75].map((i) => weights[i]?.toFixed(4))).toEqual([
      '0.8130',
      '1.5305',
      '0.6244',
      '1.1756',
    ])
    expect(estimates['diagnostics.kish_deff']).toBeCloseTo(1.1098, 4)
    expect(estimates['diagnostics.n_eff']).toBeCloseTo(90.11, 2)
  })

  it('keeps the factors of logit between its bounds', () => {
    const line = {
      id: 'x',
      method: 'calibrate',
      predictors: [{ factor: 'kind' }, { factor: 'children' }],
      population: { intercept: 100, kind2: 45, children2: 60 },
      distance: 'logit',
      bounds: { low: 0.6, high: 1.6 },
    }
    const weights = analyseMade(columns, line).estimates.weights as number[]
    expect(Math.min(...weights)).toBeGreaterThan(0.6)
    expect(Math.max(...weights)).toBeLessThan(1.6)
    const totalOf = (of: readonly number[], code: number) =>
      weights.reduce((sum, weight, i) => sum + (of[i] === code ? weight : 0), 0)
    expect(totalOf(columns.kind, 2)).toBeCloseTo(45, 9)
    expect(totalOf(columns.children, 2)).toBeCloseTo(60, 9)
    expect(
      analyseMade(columns, { ...line, bounds: { low: 0.95, high: 1.05 } }).warnings.join(),
    ).toContain('cannot be met with factors between 0.95 and 1.05')
  })

  it('says what is wrong with a population', () => {
    const warn = (line: object) => analyseMade(columns, { ...rake, ...line }).warnings.join()
    expect(warn({ margins: [{ variable: 'kind', population: { 1: 55, 2: 40, 3: 5 } }] })).toContain(
      'nobody answered in category 3 of kind',
    )
    expect(warn({ margins: [{ variable: 'kind', population: { 1: 55 } }] })).toContain(
      'category 2 of kind is not in',
    )
    expect(
      warn({ margins: [rake.margins[0], { variable: 'children', population: { 1: 40, 2: 50 } }] }),
    ).toContain('different totals: 100, 90')
  })

  it('refuses bounds without a way out', () =>
    expect(
      analyseMade(
        { w: [1, 2, 9] },
        { id: 'x', method: 'weights-trim', design: { weight: 'w' }, high: 3 },
      ).warnings.join(),
    ).toContain('outside the bounds'))
})
