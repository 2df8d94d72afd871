import { describe, expect, it } from 'vitest'
import { cronbachAlpha } from './cronbach-alpha.ts'
import { describeGolden, difference, readGolden, readGoldenData } from './golden.testing.ts'

const KEYS: Readonly<Record<string, readonly string[]>> = {
  agree: ['-A1', 'A2', 'A3', 'A4', 'A5'],
  conscientious: ['C1', 'C2', 'C3', '-C4', '-C5'],
  extraversion: ['-E1', '-E2', 'E3', 'E4', 'E5'],
  neuroticism: ['N1', 'N2', 'N3', 'N4', 'N5'],
  openness: ['O1', '-O2', 'O3', 'O4', '-O5'],
}

describeGolden('reliability of the five BFI scales', () => {
  const data = readGoldenData('bfi')
  const keyed = (keys: readonly string[]) =>
    keys.map((key) => {
      const values = data[key.replace('-', '')] as Float64Array
      return key.startsWith('-') ? values.map((value) => 7 - value) : values
    })

  it.each(Object.entries(KEYS))('alpha agrees with R: %s', (scale, keys) => {
    const theirs = readGolden('05-alpha-bfi').expected[scale].complete
    const ours = cronbachAlpha(keyed(keys))
    expect(ours.n).toBe(theirs.n_used_rows)
    expect(difference(ours.alpha, theirs.raw_alpha)).toBeLessThan(1e-9)
    expect(difference(ours.standardized, theirs.std_alpha)).toBeLessThan(1e-9)
    expect(difference(ours.averageCorrelation, theirs.average_r)).toBeLessThan(1e-9)
    expect(difference(ours.alphaLow, theirs.ci95_feldt[0])).toBeLessThan(1e-9)
    expect(difference(ours.alphaHigh, theirs.ci95_feldt[1])).toBeLessThan(1e-9)
    keys.forEach((key, i) => {
      const name = key.replace('-', '')
      const item = ours.items[i]
      expect(difference(item?.itemRest ?? 0, theirs.r_drop[name])).toBeLessThan(1e-9)
      expect(difference(item?.alphaWithout ?? 0, theirs.alpha_if_dropped[name])).toBeLessThan(1e-9)
      expect(difference(item?.mean ?? 0, theirs.item_mean[name])).toBeLessThan(1e-9)
      expect(difference(item?.sd ?? 0, theirs.item_sd[name])).toBeLessThan(1e-9)
    })
  })
})

describe('cronbachAlpha', () => {
  it('is 1 for items which say the same', () =>
    expect(
      cronbachAlpha([
        [1, 2, 5],
        [1, 2, 5],
      ]).alpha,
    ).toBeCloseTo(1, 12))

  it('leaves out whoever skipped an item, and says so', () => {
    const { n, omitted } = cronbachAlpha([
      [1, 2, 3, 4],
      [2, Number.NaN, 4, 4],
    ])
    expect({ n, omitted }).toEqual({ n: 3, omitted: 1 })
  })

  it.each([
    [[]],
    [[[1, 2, 3]]],
    [
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      [
        [1, 1, 1],
        [1, 2, 3],
      ],
    ],
  ])('is not defined for %j', (items) => expect(() => cronbachAlpha(items)).toThrow('not defined'))

  it('gives the documented example', () =>
    expect(
      cronbachAlpha([
        [1, 2, 3],
        [2, 2, 4],
      ]).alpha,
    ).toBeCloseTo(12 / 13, 12))
})
