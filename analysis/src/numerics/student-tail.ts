import erfc from '@stdlib/math-base-special-erfc'

/** From so many degrees of freedom on, twelve digits are right. */
export const LARGE_DF = 9000

/**
 * P(|T| > |t|) of Student's t with many degrees of freedom, by the normal distribution of a transformed t: a thousand
 * correlations are tested in the time of one incomplete beta function.
 * @see Hill (1970), Communications of the ACM 13, 617–619 (Algorithm 395)
 */
export const studentTail = (t: number, df: number): number => {
  const a = df - 0.5
  const b = 48 * a * a
  const y = a * Math.log1p((t * t) / df)
  const rest = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b)
  const z = ((rest + y + 3) / b + 1) * Math.sqrt(y)
  return erfc(z / Math.SQRT2)
}
