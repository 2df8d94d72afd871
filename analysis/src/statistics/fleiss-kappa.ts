import { normalUpper } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { sumOf } from './numbers.ts'

export type FleissKappa = {
  readonly value: number
  /** Standard error if raters agreed by chance only. */
  readonly standardError: number
  readonly z: number
  readonly p: number
  /** Kappa of each category against all others; undefined for one nobody or everybody used. */
  readonly categories: readonly (number | undefined)[]
  readonly subjects: number
  readonly raters: number
}

/**
 * Fleiss' kappa: agreement of any number of raters on categories. `counts` is subjects × categories; each subject
 * has the same number of ratings.
 *
 * @throws notDefined with fewer than two subjects, raters or categories, unequal numbers of ratings, or one category used only.
 * @see Fleiss (1971), Psychological Bulletin 76, 378–382, https://doi.org/10.1037/h0031619
 * @see Fleiss, Nee & Landis (1979), Psychological Bulletin 86, 974–977, for the standard error
 */
export const fleissKappa = (counts: readonly (readonly number[])[]): FleissKappa => {
  const subjects = counts.length
  const raters = sumOf(counts[0] ?? [])
  const refuse = (reason: string) => notDefined({ method: 'fleiss', reason })
  if (subjects < 2 || raters < 2) throw refuse('fewer than two subjects or two raters')
  if (counts.some((row) => sumOf(row) !== raters))
    throw refuse('subjects with different numbers of ratings')
  const shares = (counts[0] ?? []).map(
    (_, j) => sumOf(counts.map((row) => row[j] as number)) / (subjects * raters),
  )
  const pairs = raters * (raters - 1)
  const agreement =
    sumOf(counts.map((row) => (sumOf(row.map((count) => count * count)) - raters) / pairs)) /
    subjects
  const chance = sumOf(shares.map((share) => share * share))
  if (1 - chance < 1e-12) throw refuse('all raters used one category only')
  const value = (agreement - chance) / (1 - chance)
  const spread = sumOf(shares.map((share) => share * (1 - share)))
  const skew = sumOf(shares.map((share) => share * (1 - share) * (1 - 2 * share)))
  const standardError =
    (Math.SQRT2 / (spread * Math.sqrt(subjects * pairs))) * Math.sqrt(spread ** 2 - skew)
  return {
    value,
    standardError,
    z: value / standardError,
    p: 2 * normalUpper(Math.abs(value / standardError)),
    categories: shares.map((share, j) =>
      share === 0 || share === 1
        ? undefined
        : 1 -
          sumOf(counts.map((row) => (row[j] as number) * (raters - (row[j] as number)))) /
            (subjects * pairs * share * (1 - share)),
    ),
    subjects,
    raters,
  }
}
