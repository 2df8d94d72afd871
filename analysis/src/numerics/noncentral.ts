import betainc from '@stdlib/math-base-special-betainc'
import gammainc from '@stdlib/math-base-special-gammainc'
import gammaln from '@stdlib/math-base-special-gammaln'
import { noncentralTLower } from './distributions.ts'
import { rootFrom, rootOf } from './root.ts'

/** Σ Poisson(j; half) · term(j), summed outwards from the mode, so that neither end underflows. */
const poissonSum = (half: number, term: (j: number) => number): number => {
  if (half === 0) return term(0)
  const weight = (j: number) => Math.exp(-half + j * Math.log(half) - gammaln(j + 1))
  const mode = Math.floor(half)
  let sum = 0
  for (let j = mode; j >= 0; j--) {
    const w = weight(j)
    sum += w * term(j)
    if (w < 1e-22) break
  }
  for (let j = mode + 1; j < mode + 100_000; j++) {
    const w = weight(j)
    sum += w * term(j)
    if (w < 1e-22) break
  }
  return sum
}

/** P(F ≤ f) of the noncentral F with noncentrality `lambda`: a Poisson mixture of beta distributions. */
export const noncentralFLower = (f: number, df1: number, df2: number, lambda: number): number => {
  if (f <= 0) return 0
  const x = (df1 * f) / (df1 * f + df2)
  const y = df2 / (df1 * f + df2)
  return poissonSum(lambda / 2, (j) =>
    x < 0.5
      ? betainc(x, df1 / 2 + j, df2 / 2, true, false)
      : betainc(y, df2 / 2, df1 / 2 + j, true, true),
  )
}

/** P(F > f) of the noncentral F. */
export const noncentralFUpper = (f: number, df1: number, df2: number, lambda: number): number => {
  if (f <= 0) return 1
  const x = (df1 * f) / (df1 * f + df2)
  const y = df2 / (df1 * f + df2)
  return poissonSum(lambda / 2, (j) =>
    x < 0.5
      ? betainc(x, df1 / 2 + j, df2 / 2, true, true)
      : betainc(y, df2 / 2, df1 / 2 + j, true, false),
  )
}

/** P(X ≤ x) of the noncentral χ². */
export const noncentralChiSquareLower = (x: number, df: number, lambda: number): number =>
  x <= 0 ? 0 : mixedGamma(x, { df, lambda, tail: 'lower' })

/** P(X > x) of the noncentral χ². */
export const noncentralChiSquareUpper = (x: number, df: number, lambda: number): number =>
  x <= 0 ? 1 : mixedGamma(x, { df, lambda, tail: 'upper' })

/**
 * Σ Poisson(j; λ/2) · the tail of χ² with df + 2j degrees of freedom. Each tail follows from its neighbour by one density
 * more, P(a, y) = P(a + 1, y) + yᵃ e⁻ʸ / Γ(a + 1): lower tails from the last term down, upper ones from the first up, so
 * that nothing is ever taken away.
 */
const mixedGamma = (
  x: number,
  {
    df,
    lambda,
    tail,
  }: { readonly df: number; readonly lambda: number; readonly tail: 'lower' | 'upper' },
): number => {
  const [y, half] = [x / 2, lambda / 2]
  const tailAt = (j: number) => gammainc(y, df / 2 + j, true, tail === 'upper')
  if (half === 0) return tailAt(0)
  const weight = poisson(half)
  const density = poisson(y)
  const [first, last] = weightyPlaces(half)
  const step = tail === 'lower' ? -1 : 1
  const [begin, end] = step < 0 ? [last, first] : [first, last]
  let probability = tailAt(begin)
  let own = weight(begin)
  let more = density(df / 2 + begin)
  let sum = own * probability
  for (let j = begin; j !== end; j += step) {
    const a = df / 2 + j
    if (step < 0) {
      more = more > TINY ? (more * a) / y : density(a - 1)
      probability += more
      own = own > TINY ? (own * j) / half : weight(j - 1)
    } else {
      probability += more
      more = more > TINY ? (more * y) / (a + 1) : density(a + 1)
      own = own > TINY ? (own * half) / (j + 1) : weight(j + 1)
    }
    sum += own * probability
  }
  return sum
}

/** Below this a product may have lost digits to underflow. */
const TINY = 1e-280

const poisson = (mean: number) => (a: number) =>
  Math.exp(-mean + a * Math.log(mean) - gammaln(a + 1))

/** First and last place at which a Poisson variable is more likely than 1e-22. */
const weightyPlaces = (mean: number): readonly [number, number] => {
  const mode = Math.floor(mean)
  const share = 1e-22 / poisson(mean)(mode)
  let [first, last] = [mode, mode]
  for (let weight = 1; first > 0 && weight > share; first--) weight *= first / mean
  for (let weight = 1; weight > share; last++) weight *= mean / (last + 1)
  return [first, last]
}

/** The noncentrality under which an observed t lies at quantile `p`. */
export const noncentralityOfT = (t: number, df: number, p: number): number =>
  rootFrom((delta) => noncentralTLower(t, df, delta) - p, t, 2)

/** The noncentrality under which an observed F lies at quantile `p`; 0 if even 0 puts it below. */
export const noncentralityOfF = (
  f: number,
  { df1, df2, p }: { readonly df1: number; readonly df2: number; readonly p: number },
): number => {
  const at = (lambda: number) => noncentralFLower(f, df1, df2, lambda) - p
  if (at(0) <= 0) return 0
  let high = Math.max(1, df1 * f)
  while (at(high) > 0) high *= 2
  return rootOf(at, 0, high)
}
