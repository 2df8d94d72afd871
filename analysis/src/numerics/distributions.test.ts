import { expect, it } from 'vitest'
import { describeGolden, difference, readGolden } from '../statistics/golden.testing.ts'
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

type Call = { readonly fn: string; readonly args: readonly number[]; readonly val: number | string }

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
