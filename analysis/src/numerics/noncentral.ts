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
  x <= 0 ? 0 : poissonSum(lambda / 2, (j) => gammainc(x / 2, df / 2 + j, true, false))

/** P(X > x) of the noncentral χ². */
export const noncentralChiSquareUpper = (x: number, df: number, lambda: number): number =>
  x <= 0 ? 1 : poissonSum(lambda / 2, (j) => gammainc(x / 2, df / 2 + j, true, true))

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
