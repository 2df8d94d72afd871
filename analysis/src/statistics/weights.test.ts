import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeGolden, difference, readGolden } from './golden.testing.ts'
import { kish } from './kish.ts'
import { sumOf } from './numbers.ts'
import { rake } from './rake.ts'
import { trimWeights } from './trim-weights.ts'

describe('rake', () => {
  const cells = [
    [30, 20],
    [25, 25],
  ]
  const rows = cells.flatMap((row, parent) =>
    row.flatMap((n, children) => Array.from({ length: n }, () => [parent, children] as const)),
  )
  const weights = rake(
    rows.map(() => 1),
    [
      {
        name: 'parent',
        categories: rows.map(([parent]) => parent),
        population: new Map([
          [0, 55],
          [1, 45],
        ]),
      },
      {
        name: 'children',
        categories: rows.map(([, children]) => children),
        population: new Map([
          [0, 40],
          [1, 60],
        ]),
      },
    ],
  )

  it('gives the worked example of two margins', () => {
    const of = (parent: number, children: number) =>
      weights[rows.findIndex(([p, c]) => p === parent && c === children)]?.toFixed(4)
    expect([of(0, 0), of(0, 1), of(1, 0), of(1, 1)]).toEqual([
      '0.8130',
      '1.5305',
      '0.6244',
      '1.1756',
    ])
    const { deff, nEff } = kish(weights)
    expect([deff.toFixed(4), nEff.toFixed(2)]).toEqual(['1.1098', '90.11'])
  })

  it('keeps the weight of someone whose category is unknown', () => {
    const raked = rake(
      [1, 1, 1],
      [
        {
          name: 'x',
          categories: [0, 1, Number.NaN],
          population: new Map([
            [0, 30],
            [1, 10],
          ]),
        },
      ],
    )
    expect([...raked]).toEqual([1.5, 0.5, 1])
  })

  it('names a category without respondents', () => {
    const margin = {
      name: 'age',
      categories: [1, 1],
      population: new Map([
        [1, 5],
        [2, 5],
      ]),
    }
    expect(() => rake([1, 1], [margin])).toThrow('not defined')
  })
})

describeGolden('rake', () => {
  it('agrees with R on the api data', () => {
    const [header = '', ...lines] = readFileSync(
      `${import.meta.dirname}/../../../../shared/golden/data/apiclus1.csv`,
      'utf8',
    )
      .trim()
      .split('\n')
    const names = header.replaceAll('"', '').trim().split(',')
    const column = (name: string) =>
      lines.map((line) => line.replaceAll('"', '').trim().split(',')[names.indexOf(name)] ?? '')
    const theirs = readGolden('19-raking-calibration').expected
    const codes = (name: string, levels: readonly string[]) =>
      column(name).map((value) => levels.indexOf(value))
    const raked = rake(column('pw').map(Number), [
      {
        name: 'stype',
        categories: codes('stype', ['E', 'H', 'M']),
        population: new Map([
          [0, 4421],
          [1, 755],
          [2, 1018],
        ]),
      },
      {
        name: 'sch.wide',
        categories: codes('sch.wide', ['No', 'Yes']),
        population: new Map([
          [0, 1072],
          [1, 5122],
        ]),
      },
    ])
    theirs.raked.weights.forEach((weight: number, i: number) => {
      expect(difference(raked[i] ?? 0, weight)).toBeLessThan(1e-7)
    })
    expect(difference(kish(raked).deff, theirs.raked.diagnostics.kish_deff)).toBeLessThan(1e-7)
  })
})

describe('trimWeights', () => {
  it('keeps the sum and stays inside the bounds', () => {
    const before = [1, 2, 1, 3, 40, 0.01, 2, 1, 1, 1]
    const { weights, trimmed } = trimWeights(before, { low: 0.3, high: 3 })
    expect(sumOf(weights)).toBeCloseTo(sumOf(before), 10)
    const mean = sumOf(before) / before.length
    expect(Math.max(...weights)).toBeLessThanOrEqual(3 * mean + 1e-9)
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.3 * mean - 1e-9)
    expect(trimmed).toBeGreaterThanOrEqual(2)
  })

  it('leaves weights alone that are inside', () =>
    expect(trimWeights([1, 2, 1], { low: 0.3, high: 3 })).toEqual({
      weights: Float64Array.of(1, 2, 1),
      trimmed: 0,
    }))
})

describe('kish', () => {
  it('gives the documented example', () => {
    const { deff, nEff } = kish([1, 1, 2])
    expect([deff, nEff]).toEqual([1.125, 16 / 6])
  })
})
