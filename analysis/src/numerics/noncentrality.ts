import { chiSquareUpper } from './distributions.ts'
import { noncentralChiSquareUpper } from './noncentral.ts'

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
