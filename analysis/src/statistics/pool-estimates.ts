export type Pooled = {
  readonly qbar: number
  /** Mean variance within a data set. */
  readonly ubar: number
  /** Variance between data sets. */
  readonly b: number
  /** ubar + (1 + 1/m)·b */
  readonly t: number
  readonly df: number
  /** Relative increase of variance by missing values; infinite without variance within. */
  readonly r: number
  /** Share of the variance that missing values make. */
  readonly lambda: number
  /** Share of information that is missing. */
  readonly fmi: number
}

/**
 * Rubin's rules for the estimates of m imputed data sets and their variances, with degrees of freedom for `dfComplete`
 * of the complete data.
 * @see Barnard & Rubin (1999), Biometrika 86, 948–955, https://doi.org/10.1093/biomet/86.4.948
 */
export const poolEstimates = (
  estimates: readonly number[],
  variances: readonly number[],
  dfComplete: number,
): Pooled => {
  const m = estimates.length
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / m
  const qbar = mean(estimates)
  const ubar = mean(variances)
  const b = estimates.reduce((sum, value) => sum + (value - qbar) ** 2, 0) / (m - 1)
  const t = ubar + (1 + 1 / m) * b
  const lambda = ((1 + 1 / m) * b) / t
  // Below this share the degrees of freedom are endless for all purposes; so does mice.
  const share = Math.max(lambda, 1e-4)
  const old = (m - 1) / share ** 2
  const observed = ((dfComplete + 1) / (dfComplete + 3)) * dfComplete * (1 - share)
  const df = Number.isFinite(dfComplete) ? (old * observed) / (old + observed) : old
  const r = ((1 + 1 / m) * b) / ubar
  return {
    qbar,
    ubar,
    b,
    t,
    df,
    r,
    lambda,
    fmi: r === Number.POSITIVE_INFINITY ? 1 : (r + 2 / (df + 3)) / (r + 1),
  }
}
