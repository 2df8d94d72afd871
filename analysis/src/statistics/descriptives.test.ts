import { describe, expect, it } from 'vitest'
import { distributionOfValues } from '../columns/distribution.ts'
import { descriptives } from './descriptives.ts'
import { describeGolden, difference, readGolden, readGoldenData } from './golden.testing.ts'

const SETS: Readonly<Record<string, string>> = {
  attitude: 'attitude',
  'sat.act': 'sat_act',
  airquality: 'airquality',
}
const NAMES: Readonly<Record<string, keyof ReturnType<typeof descriptives>>> = {
  n: 'n',
  mean: 'mean',
  sd: 'sd',
  variance: 'variance',
  se: 'se',
  median: 'median',
  min: 'min',
  max: 'max',
  skew_type2: 'skewness',
  kurtosis_type2: 'kurtosis',
}

describeGolden('descriptives', () => {
  const { expected } = readGolden('04-descriptives')
  it.each(Object.keys(SETS))('agree with R on %s', (set) => {
    const data = readGoldenData(SETS[set] as string)
    for (const [variable, values] of Object.entries<Record<string, number>>(expected[set])) {
      const found = descriptives(distributionOfValues(data[variable] as Float64Array))
      for (const [theirs, ours] of Object.entries(NAMES))
        expect(
          difference(found[ours] as number, values[theirs] as number),
          `${variable} ${theirs}`,
        ).toBeLessThan(1e-9)
      const [low, high] = (values as unknown as { ci95: [number, number] }).ci95
      expect(difference(found.meanLow, low)).toBeLessThan(1e-9)
      expect(difference(found.meanHigh, high)).toBeLessThan(1e-9)
      const at = (values as unknown as { quantiles_type7: number[] }).quantiles_type7
      expect([found.q25, found.q75]).toEqual([at[2], at[4]])
    }
  })
})

describe('descriptives', () => {
  it('leave the shape open where there is no spread', () => {
    const found = descriptives(distributionOfValues([3, 3, 3, 3]))
    expect(found).toMatchObject({ mean: 3, sd: 0 })
    expect(found).not.toHaveProperty('skewness')
  })

  it.each([[[]], [[1]], [[1, Number.NaN]]])('are not defined for %j', (values) =>
    expect(() => descriptives(distributionOfValues(values))).toThrow('not defined'),
  )
})
