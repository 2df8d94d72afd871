import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeGolden, difference, readGolden } from './golden.testing.ts'
import { hedgesG } from './hedges-g.ts'
import { welchTTest } from './welch-t-test.ts'

describeGolden('two groups', () => {
  const { expected } = readGolden('11-ttests-effect-sizes')
  const rowsOf = (name: string) => {
    const [header = '', ...lines] = readFileSync(
      `${import.meta.dirname}/../../../../shared/golden/data/${name}.csv`,
      'utf8',
    )
      .trim()
      .split('\n')
    const names = header.trim().replaceAll('"', '').split(',')
    return lines.map((line) =>
      Object.fromEntries(
        line
          .trim()
          .replaceAll('"', '')
          .split(',')
          .map((cell, i) => [names[i], cell]),
      ),
    )
  }
  const split = (name: string, value: string, by: string, groups: readonly [string, string]) =>
    groups.map((group) =>
      rowsOf(name)
        .filter((row) => row[by] === group)
        .map((row) => Number(row[value])),
    )

  it.each([
    ['toothgrowth_supp', split('toothgrowth', 'len', 'supp', ['OJ', 'VC'])],
    ['mtcars_mpg_by_am', split('mtcars', 'mpg', 'am', ['1', '0'])],
  ])('agree with R: %s', (name, [first = [], second = []]) => {
    const theirs = expected[name]
    const welch = welchTTest(first, second)
    expect(difference(welch.t, theirs.welch.t)).toBeLessThan(1e-9)
    expect(difference(welch.df, theirs.welch.df)).toBeLessThan(1e-9)
    expect(difference(welch.p, theirs.welch.p)).toBeLessThan(1e-9)
    expect(difference(welch.differenceLow, theirs.welch.ci95[0])).toBeLessThan(1e-9)
    expect(difference(welch.differenceHigh, theirs.welch.ci95[1])).toBeLessThan(1e-9)
    const effect = hedgesG(first, second)
    expect(difference(effect.d, theirs.cohen_d)).toBeLessThan(1e-9)
    expect(difference(effect.g, theirs.hedges_g)).toBeLessThan(1e-9)
    expect(difference(effect.gLow, theirs.hedges_g_ci95[0])).toBeLessThan(1e-6)
    expect(difference(effect.gHigh, theirs.hedges_g_ci95[1])).toBeLessThan(1e-7)
  })
})

describe('welchTTest', () => {
  it('gives the documented example', () =>
    expect(welchTTest([1, 2, 3], [2, 3, 4]).difference).toBe(-1))

  it.each([
    [[1], [1, 2]],
    [
      [1, 1],
      [2, 2],
    ],
  ])('is not defined for %j and %j', (a, b) => {
    expect(() => welchTTest(a, b)).toThrow('not defined')
    expect(() => hedgesG(a, b)).toThrow('not defined')
  })
})
