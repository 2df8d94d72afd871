import { chiSquareUpper, logGamma } from './distributions.ts'

/** P(X > x) of the noncentral χ² with `df` degrees of freedom: central tails, weighted by Poisson probabilities. */
export const noncentralChiSquareUpper = (x: number, df: number, noncentrality: number): number => {
  if (noncentrality === 0) return chiSquareUpper(x, df)
  const half = noncentrality / 2
  const mode = Math.floor(half)
  const term = (j: number) =>
    Math.exp(-half + j * Math.log(half) - logGamma(j + 1)) * chiSquareUpper(x, df + 2 * j)
  // Summed outwards from the largest weight, so that neither end underflows.
  let sum = 0
  for (let j = mode; j >= 0; j--) {
    const add = term(j)
    sum += add
    if (add < 1e-18) break
  }
  const reach = 40 * Math.sqrt(half + 1) + 100
  for (let j = mode + 1; j < mode + reach; j++) {
    const add = term(j)
    sum += add
    if (add < 1e-18) break
  }
  return Math.min(1, sum)
}

/** The noncentrality with P(X > x) = upper, found by halving; 0 if even the central tail is larger. */
export const noncentralityOf = (x: number, df: number, upper: number): number => {
  if (chiSquareUpper(x, df) >= upper) return 0
  let [low, high] = [0, Math.max(1, x)]
  while (noncentralChiSquareUpper(x, df, high) < upper) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2
    if (noncentralChiSquareUpper(x, df, middle) < upper) low = middle
    else high = middle
  }
  return (low + high) / 2
}
