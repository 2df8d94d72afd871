import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeGolden, difference, readGolden } from './golden.testing.ts'
import { type Design, weightedDifference, weightedMean } from './weighted-mean.ts'

describeGolden('weighted means', () => {
  const table = (name: string) => {
    const [header = '', ...lines] = readFileSync(
      `${import.meta.dirname}/../../../../shared/golden/data/${name}.csv`,
      'utf8',
    )
      .trim()
      .split('\n')
    const names = header.replaceAll('"', '').trim().split(',')
    const rows = lines.map((line) => line.replaceAll('"', '').trim().split(','))
    const texts = (column: string) => rows.map((row) => row[names.indexOf(column)] ?? '')
    return {
      texts,
      numbers: (column: string) =>
        texts(column).map((text) => (text === '' ? Number.NaN : Number(text))),
    }
  }
  const { expected } = readGolden('18-survey-design')
  const strat = table('apistrat')
  const levels = ['E', 'H', 'M']
  const strata = strat.texts('stype').map((level) => levels.indexOf(level))
  const clus = table('apiclus1')
  const DESIGNS: Readonly<Record<string, { design: Design; of: ReturnType<typeof table> }>> = {
    strat: {
      of: strat,
      design: { weights: strat.numbers('pw'), strata, populations: strat.numbers('fpc') },
    },
    strat_nofpc: { of: strat, design: { weights: strat.numbers('pw'), strata } },
    clus1: {
      of: clus,
      design: {
        weights: clus.numbers('pw'),
        clusters: clus.numbers('dnum'),
        populations: clus.numbers('fpc'),
      },
    },
  }

  it.each(Object.keys(DESIGNS))('agree with R: %s', (name) => {
    const { design, of } = DESIGNS[name] as (typeof DESIGNS)[string]
    const { mean } = expected[name]
    for (const [i, variable] of ['api00', 'enroll'].entries()) {
      const found = weightedMean(of.numbers(variable), design)
      expect(difference(found.mean, mean.est[i])).toBeLessThan(1e-9)
      expect(difference(found.se, mean.se[i])).toBeLessThan(1e-9)
      expect(found.df).toBe(expected[name].degf)
    }
  })

  it('agree with R in a domain', () => {
    const { design, of } = DESIGNS.strat as (typeof DESIGNS)[string]
    const api = of.numbers('api00')
    for (const [i, level] of levels.entries()) {
      const inside = api.map((value, row) =>
        of.texts('stype')[row] === level ? value : Number.NaN,
      )
      const found = weightedMean(inside, design)
      expect(difference(found.mean, expected.strat.by_stype.est[i])).toBeLessThan(1e-9)
      expect(difference(found.se, expected.strat.by_stype.se[i])).toBeLessThan(1e-9)
    }
  })

  it('agree with R in a difference of two domains', () => {
    const { design, of } = DESIGNS.strat as (typeof DESIGNS)[string]
    const api = of.numbers('api00')
    const of_ = (answer: string) =>
      api.map((value, i) => (of.texts('sch.wide')[i] === answer ? value : Number.NaN))
    const found = weightedDifference(of_('Yes'), of_('No'), design)
    expect(difference(found.mean, expected.strat.ttest.est)).toBeLessThan(1e-9)
    expect(difference(found.mean / found.se, expected.strat.ttest.t)).toBeLessThan(1e-9)
  })
})

describe('weightedMean', () => {
  it('is the plain mean under equal weights', () =>
    expect(weightedMean([1, 2, 6], { weights: [2, 2, 2] }).mean).toBe(3))

  it('leaves out missing values', () =>
    expect(weightedMean([1, Number.NaN, 3], { weights: [1, 5, 1] })).toMatchObject({
      mean: 2,
      n: 2,
    }))

  it('is not defined where a stratum has one unit', () =>
    expect(() => weightedMean([1, 2, 3], { weights: [1, 1, 1], strata: [1, 1, 2] })).toThrow(
      'not defined',
    ))
})
