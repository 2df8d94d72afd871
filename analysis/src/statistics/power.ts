import {
  chiSquareUpperQuantile,
  fUpperQuantile,
  noncentralTLower,
  normalUpper,
  normalUpperQuantile,
  tUpperQuantile,
} from '../numerics/distributions.ts'
import { noncentralChiSquareUpper, noncentralFUpper } from '../numerics/noncentral.ts'
import { rootOf } from '../numerics/root.ts'

/** Sides of a test: both, or the side of a positive effect. */
export const SIDES = ['two', 'one'] as const
export type Sides = (typeof SIDES)[number]

/** A test as it is planned: everything but sample size and size of the effect. */
export type PlannedTest =
  | { readonly test: 't-two' | 't-paired' | 't-one'; readonly sides: Sides }
  | {
      readonly test: 't-unequal' | 'proportions-unequal'
      readonly sides: Sides
      readonly n2: number
    }
  | { readonly test: 'proportions' | 'proportion' | 'correlation'; readonly sides: Sides }
  | { readonly test: 'anova'; readonly k: number }
  | { readonly test: 'chi-square'; readonly df: number }
  | { readonly test: 'regression'; readonly predictors: number }

/**
 * Power of a test with `n` (per group where there are groups) and an effect: Cohen's d, h, r, f, w or f².
 * @see Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed.
 * @example powerOf({ test: 't-paired', sides: 'two' }, { n: 30, effect: 0.5, alpha: 0.05 }) // => 0.754
 */
export const powerOf = (
  planned: PlannedTest,
  { n, effect, alpha }: { readonly n: number; readonly effect: number; readonly alpha: number },
): number => {
  switch (planned.test) {
    case 't-two':
      return powerOfT(effect * Math.sqrt(n / 2), 2 * (n - 1), alpha, planned.sides)
    case 't-paired':
    case 't-one':
      return powerOfT(effect * Math.sqrt(n), n - 1, alpha, planned.sides)
    case 't-unequal':
      return powerOfT(
        effect / Math.sqrt(1 / n + 1 / planned.n2),
        n + planned.n2 - 2,
        alpha,
        planned.sides,
      )
    case 'proportions':
      return powerOfZ(effect * Math.sqrt(n / 2), alpha, planned.sides)
    case 'proportion':
      return powerOfZ(effect * Math.sqrt(n), alpha, planned.sides)
    case 'proportions-unequal':
      return powerOfZ(effect * Math.sqrt((n * planned.n2) / (n + planned.n2)), alpha, planned.sides)
    case 'correlation': {
      const t = tUpperQuantile(planned.sides === 'two' ? alpha / 2 : alpha, n - 2)
      const critical = Math.atanh(Math.sqrt((t * t) / (t * t + n - 2)))
      const z = Math.atanh(effect) + effect / (2 * (n - 1))
      const root = Math.sqrt(n - 3)
      return (
        normalUpper((critical - z) * root) +
        (planned.sides === 'two' ? normalUpper((critical + z) * root) : 0)
      )
    }
    case 'anova': {
      const [df1, df2] = [planned.k - 1, (n - 1) * planned.k]
      return noncentralFUpper(
        fUpperQuantile(alpha, df1, df2),
        df1,
        df2,
        planned.k * n * effect ** 2,
      )
    }
    case 'chi-square':
      return noncentralChiSquareUpper(
        chiSquareUpperQuantile(alpha, planned.df),
        planned.df,
        n * effect ** 2,
      )
    case 'regression': {
      const df2 = n - planned.predictors - 1
      return noncentralFUpper(
        fUpperQuantile(alpha, planned.predictors, df2),
        planned.predictors,
        df2,
        effect * n,
      )
    }
  }
}

const powerOfT = (ncp: number, df: number, alpha: number, sides: Sides): number => {
  const critical = tUpperQuantile(sides === 'two' ? alpha / 2 : alpha, df)
  // P(T > c | δ) = P(T < −c | −δ), which keeps the digits of a small power.
  const above = noncentralTLower(-critical, df, -ncp)
  return sides === 'two' ? above + noncentralTLower(-critical, df, ncp) : above
}

const powerOfZ = (shift: number, alpha: number, sides: Sides): number => {
  const critical = normalUpperQuantile(sides === 'two' ? alpha / 2 : alpha)
  return normalUpper(critical - shift) + (sides === 'two' ? normalUpper(critical + shift) : 0)
}

/** Least n for which a test is defined. */
export const leastOf = (planned: PlannedTest): number => {
  switch (planned.test) {
    case 'correlation':
      return 4 + 1e-9
    case 'regression':
      return planned.predictors + 1 + 1e-3
    case 'chi-square':
    case 'proportion':
    case 'proportions':
    case 'proportions-unequal':
      return 1
    default:
      return 2
  }
}

const MOST = 1e9

/** The n at which the power is reached, with its fraction; undefined if none up to 10⁹ does, the least if that does. */
export const sampleSizeFor = (
  planned: PlannedTest,
  {
    effect,
    alpha,
    power,
  }: { readonly effect: number; readonly alpha: number; readonly power: number },
): number | undefined =>
  solveUp((n) => powerOf(planned, { n, effect, alpha }) - power, leastOf(planned), MOST)

/** The smallest positive effect with this power; undefined if there is none. */
export const effectFor = (
  planned: PlannedTest,
  { n, alpha, power }: { readonly n: number; readonly alpha: number; readonly power: number },
): number | undefined =>
  solveUp(
    (effect) => powerOf(planned, { n, effect, alpha }) - power,
    1e-9,
    planned.test === 'correlation' ? 1 - 1e-12 : 1e3,
  )

const solveUp = (f: (x: number) => number, least: number, most: number): number | undefined => {
  if (f(least) >= 0) return least
  let low = least
  let high = Math.min(most, Math.max(least * 2, 0.1))
  while (f(high) < 0) {
    if (high >= most) return undefined
    low = high
    high = Math.min(most, high * 2)
  }
  return rootOf(f, low, high)
}
