import { tTwoSided } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'

/** Student's t of a correlation against none. */
export const testedCorrelation = (r: number, df: number) => {
  const t = (r * Math.sqrt(df)) / Math.sqrt(1 - r * r)
  return { t, df, p: Number.isFinite(t) ? tTwoSided(t, df) : 0 }
}

/** @throws notDefined with fewer than four respondents who have all values. */
export const atLeastFour = (complete: number): void => {
  if (complete < 4)
    throw notDefined({
      method: 'correlation',
      reason: 'fewer than four respondents have all values',
    })
}
