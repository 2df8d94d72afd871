import { expect, it } from 'vitest'
import { binomialLower } from '../statistics/binomial.ts'
import { describeGolden, difference, readGolden } from '../statistics/golden.testing.ts'
import { rankSumDistribution, tailsOf } from '../statistics/ranks.ts'
import {
  betaLower,
  chiSquareUpper,
  chiSquareUpperQuantile,
  fUpper,
  fUpperQuantile,
  noncentralTLower,
  normalUpper,
  normalUpperQuantile,
  tTwoSided,
  tUpperQuantile,
} from './distributions.ts'
import { studentizedRangeUpper } from './studentized-range.ts'

type Call = { readonly fn: string; readonly args: readonly number[]; readonly val: number | string }

const plainRanks = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
/** P(V ≤ v) of the sum of positive ranks of n differences, and P(U ≤ u) of two groups, without ties. */
const signedRankLower = (v: number, n: number) =>
  tailsOf(rankSumDistribution(plainRanks(n)), 2 * v).less
const rankSumLower = (u: number, n1: number, n2: number) =>
  tailsOf(rankSumDistribution(plainRanks(n1 + n2), n1), 2 * u + n1 * (n1 + 1)).less

const FUNCTIONS: Readonly<Record<string, { of: (...args: number[]) => number; rel: number }>> = {
  normUpper: { of: normalUpper, rel: 1e-11 },
  normQUpper: { of: normalUpperQuantile, rel: 1e-11 },
  tTwo: { of: tTwoSided, rel: 1e-11 },
  tQUpper: { of: tUpperQuantile, rel: 1e-11 },
  chiUpper: { of: chiSquareUpper, rel: 1e-11 },
  chiQUpper: { of: chiSquareUpperQuantile, rel: 1e-11 },
  fUpper: { of: fUpper, rel: 1e-11 },
  fQUpper: { of: fUpperQuantile, rel: 1e-11 },
  betaLower: { of: betaLower, rel: 1e-11 },
  nctLower: { of: noncentralTLower, rel: 1e-9 },
  binomLower: { of: binomialLower, rel: 1e-11 },
  // R's ptukey itself is off by up to 1.4e-5 here; SciPy agrees with ours to 1e-11, see numerics.test.ts.
  tukeyUpper: { of: studentizedRangeUpper, rel: 2e-5 },
  signrankLower: { of: signedRankLower, rel: 1e-11 },
  wilcoxLower: { of: rankSumLower, rel: 1e-11 },
}

describeGolden('distributions', () => {
  const calls: Call[] = readGolden('29-distributions').expected.calls

  it.each(Object.keys(FUNCTIONS))('agree with R: %s', (name) => {
    const { of, rel } = FUNCTIONS[name] as (typeof FUNCTIONS)[string]
    const mine = calls.filter(({ fn }) => fn === name)
    expect(mine.length).toBeGreaterThan(0)
    const wrong = mine
      .map(({ args, val }) => ({ args, val: Number(val), found: of(...args) }))
      .filter(
        ({ val, found }) => !(difference(found, val) <= rel || Math.abs(found - val) < 1e-15 * rel),
      )
    expect(wrong).toEqual([])
  })
})

it('gives the textbook 1.96', () => {
  expect(normalUpperQuantile(0.025)).toBeCloseTo(1.959963984540054, 12)
})
