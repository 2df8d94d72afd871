import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'

const DESIGNS = [
  ['strat', 'apistrat', { weight: 'pw', strata: 'stype', fpc: 'fpc' }],
  ['strat_nofpc', 'apistrat', { weight: 'pw', strata: 'stype' }],
  ['clus1', 'apiclus1', { weight: 'pw', cluster: 'dnum', fpc: 'fpc' }],
  ['srs', 'apisrs', { weight: 'pw', fpc: 'fpc' }],
] as const

describeGolden('survey methods', () => {
  it.each(DESIGNS)('agree with R for %s', (name, data, design) => {
    const analyses = [
      { id: 'mean', method: 'survey-mean', variables: ['api00', 'enroll'], design },
      { id: 'by', method: 'survey-mean', variables: ['api00'], by: 'stype', design },
      { id: 'shares', method: 'survey-mean', variables: ['stype'], design },
      { id: 'total', method: 'survey-total', variables: ['enroll'], design },
      { id: 'ratio', method: 'survey-ratio', numerator: 'api00', denominator: 'api99', design },
      { id: 'share', method: 'survey-proportion', variable: 'awards', values: ['Yes'], design },
      { id: 'quantile', method: 'survey-quantile', variables: ['api00'], design },
      { id: 'variance', method: 'survey-variance', variables: ['api00'], design },
      { id: 'ttest', method: 'survey-ttest', variable: 'api00', group: 'sch.wide', design },
      { id: 'chisq', method: 'survey-chisq', row: 'sch.wide', column: 'stype', design },
      {
        id: 'linear',
        method: 'survey-glm',
        outcome: 'api00',
        predictors: ['ell', 'meals'],
        design,
      },
      {
        id: 'logistic',
        method: 'survey-glm',
        family: 'binomial',
        outcome: 'awards',
        event: 'Yes',
        predictors: ['api99', 'stype'],
        design,
      },
    ]
    const found = analyseGolden({ analyses }, data)
    const expected = readGolden('18-survey-design').expected[name]
    const { degf, sum_weights, kish_deff, total_enroll, ratio } = expected
    const { vars: _, ...mean } = expected.mean
    const { level: __, ...by_stype } = expected.by_stype
    const { levels: ___, ...prop_stype } = expected.prop_stype
    expectGolden(found.get('mean'), { degf, sum_weights, kish_deff, mean })
    expectGolden(found.get('by'), { by_stype })
    expectGolden(found.get('shares'), { prop_stype })
    expectGolden(found.get('total'), { total_enroll })
    expectGolden(found.get('ratio'), { ratio })
    const { prop_awards, quantile_api00, variance_api00, ttest, rao_scott_F, rao_scott_1 } =
      expected
    expectGolden(found.get('share'), { prop_awards })
    expectGolden(found.get('quantile'), { quantile_api00 })
    expectGolden(found.get('variance'), { variance_api00 })
    expectGolden(found.get('ttest'), { ttest })
    expectGolden(found.get('chisq'), { rao_scott_F, rao_scott_1 })
    expectGolden(found.get('linear'), { glm: expected.glm })
    expectGolden(found.get('logistic'), { logistic: expected.logistic })
  })
})

describe('survey methods', () => {
  const columns = { x: [1, 2, 3, 4, 9], s: [1, 1, 2, 2, 3], w: [1, 1, 1, 1, 1] }
  const line = {
    id: 'x',
    method: 'survey-mean',
    variables: ['x'],
    design: { weight: 'w', strata: 's' },
  }
  const seOf = (lonely: string) =>
    analyseMade(columns, { ...line, lonely }).estimates['x.se'] as number

  it('fail at a stratum of one unit, by name', () =>
    expect(analyseMade(columns, line).warnings).toEqual([
      'not defined: stratum 3 has one unit only; say in "lonely" what to do: remove, adjust or average',
    ]))

  it('treat a lonely unit as R does', () => {
    // options(survey.lonely.psu = …); svymean(~x, svydesign(~1, strata = ~s, weights = ~w)) in survey 4.1.1
    expect(seOf('remove')).toBeCloseTo(0.282842712474619, 12)
    expect(seOf('average')).toBeCloseTo(0.346410161513776, 12)
    expect(seOf('adjust')).toBeCloseTo(1.0777754868246, 12)
  })

  it('keep a plan’s stratum of one unit', () => {
    const { warnings } = analyseMade(
      columns,
      { id: 'x', method: 'survey-mean', variables: ['x'] },
      { data: { weight: 'w', strata: 's' } },
    )
    expect(warnings.join()).toContain('stratum 3 has one unit only')
  })

  it('say why there is nothing to tell', () => {
    expect(
      analyseMade({ x: [1, 2], w: [0, 0] }, { ...line, design: { weight: 'w' } }).warnings,
    ).toEqual(['not defined: all weights are 0'])
    expect(
      analyseMade({ x: [null, null], w: [1, 1] }, { ...line, design: { weight: 'w' } }).warnings,
    ).toEqual(['not defined: nobody in the domain has all values'])
    expect(
      analyseMade({ x: [1, 2], w: [1, null] }, { ...line, design: { weight: 'w' } }).warnings,
    ).toEqual(['not defined: the weight w is missing for 1'])
    expect(
      analyseMade(
        { x: [1, 2], y: [1, -1] },
        { id: 'x', method: 'survey-ratio', numerator: 'x', denominator: 'y' },
      ).warnings,
    ).toEqual(['not defined: the total of y is 0'])
  })

  it('have no error for a constant', () =>
    expect(
      analyseMade({ x: [3, 3, 3] }, { id: 'x', method: 'survey-mean', variables: ['x'] }).estimates[
        'x.se'
      ],
    ).toBe(0))
})
