import { logGamma, normalUpper } from '../numerics/distributions.ts'
import { noncentralityOfT } from '../numerics/noncentral.ts'
import type { Summary } from './distribution-moments.ts'

/**
 * Hedges' correction J for small samples, exact.
 * @see Hedges (1981), Journal of Educational Statistics 6, 107–128, https://doi.org/10.3102/10769986006002107
 */
export const hedgesJ = (df: number): number =>
  Math.exp(logGamma(df / 2) - 0.5 * Math.log(df / 2) - logGamma((df - 1) / 2))

/** Ends of the noncentrality of an observed t: the interval of a standardised effect is found by turning the noncentral t. */
export const noncentralInterval = (
  t: number,
  df: number,
  confidence = 0.95,
): readonly [number, number] => [
  noncentralityOfT(t, df, (1 + confidence) / 2),
  noncentralityOfT(t, df, (1 - confidence) / 2),
]

/**
 * Standardised differences of two independent groups, x minus y. `d` by the pooled standard deviation, `g` corrected by
 * J, Glass's delta by the standard deviation of y; the chance that a random x exceeds a random y (`cles`) and the share of y
 * below the mean of x (`u3`) assume normal distributions with one variance.
 * @see Cohen (1988), Statistical Power Analysis, ch. 2; McGraw & Wong (1992), Psychological Bulletin 111, 361–365
 */
export const effectSizes = (x: Summary, y: Summary, confidence = 0.95) => {
  const [n1, n2] = [x.n, y.n]
  const df = n1 + n2 - 2
  const pooled = Math.sqrt(((n1 - 1) * x.variance + (n2 - 1) * y.variance) / df)
  const difference = x.mean - y.mean
  const d = difference / pooled
  const scale = Math.sqrt(1 / n1 + 1 / n2)
  const j = hedgesJ(df)
  const [low, high] = noncentralInterval(d / scale, df, confidence)
  const sd = Math.sqrt(y.variance)
  return {
    cohen_d: d,
    cohen_d_ci95: [low * scale, high * scale],
    hedges_J_exact: j,
    hedges_J_approx: 1 - 3 / (4 * df - 1),
    hedges_g: j * d,
    hedges_g_ci95: [j * low * scale, j * high * scale],
    d_large_sample_se: Math.sqrt((n1 + n2) / (n1 * n2) + (d * d) / (2 * (n1 + n2))),
    glass_delta: sd > 0 ? difference / sd : undefined,
    cles: normalUpper(-d / Math.SQRT2),
    cohen_u3: normalUpper(-d),
  }
}
