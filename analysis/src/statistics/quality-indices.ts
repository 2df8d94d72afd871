import { Matrix } from 'ml-matrix'
import { chiSquareUpper } from '../numerics/distributions.ts'
import { inverseOf } from '../numerics/symmetric.ts'
import { covarianceMatrix } from './factor/correlation-matrix.ts'
import { meanOf, type Numbers, sumOf, varianceOf } from './numbers.ts'
import { quantile } from './quantile.ts'

/** Each index takes one respondent's answers in the order of presentation; NaN is missing and never compared. */
const given = (answers: readonly number[]) => answers.filter((answer) => !Number.isNaN(answer))

/**
 * Longest run of identical answers in consecutive items with the same options; batteries with other options start anew.
 * @example longestString([[4, 4, 2, 4]]) // => 2
 */
export const longestString = (runs: readonly (readonly number[])[]): number =>
  Math.max(
    0,
    ...runs.map((answers) => {
      let [longest, length, last] = [0, 0, Number.NaN]
      for (const answer of given(answers)) {
        length = answer === last ? length + 1 : 1
        last = answer
        longest = Math.max(longest, length)
      }
      return longest
    }),
  )

const sharesOf = (answers: readonly number[]): readonly number[] => {
  const present = given(answers)
  const counts = new Map<number, number>()
  for (const answer of present) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return [...counts.values()].map((count) => count / present.length)
}

/**
 * Maximum identical rating: share of the most frequent answer in a battery; undefined with fewer than two answers.
 * @example maximumIdentical([4, 4, 2, 4]) // => 0.75
 */
export const maximumIdentical = (answers: readonly number[]): number | undefined =>
  given(answers).length < 2 ? undefined : Math.max(...sharesOf(answers))

/**
 * Scale point variation: 1 − Σp². 0 if all answers are the same.
 * @example scalePointVariation([4, 4, 2, 4]) // => 0.375
 */
export const scalePointVariation = (answers: readonly number[]): number | undefined =>
  given(answers).length < 2 ? undefined : 1 - sumOf(sharesOf(answers).map((share) => share ** 2))

/**
 * Mean of the roots of the differences of all pairs: the mean of √|xᵢ − xⱼ|, not the root of the mean, and not rescaled
 * by the sample.
 * @example meanRootOfPairs([5, 5, 1]) // => 1.333…
 */
export const meanRootOfPairs = (answers: readonly number[]): number | undefined => {
  const present = given(answers)
  if (present.length < 2) return undefined
  return meanOf(
    present.flatMap((a, i) => present.slice(i + 1).map((b) => Math.sqrt(Math.abs(a - b)))),
  )
}

/**
 * Intra-individual response variability: standard deviation (n − 1) of one respondent's answers.
 * @see Dunn, Heggestad, Shanock & Theilgard (2018), Journal of Business and Psychology 33, 105–121
 * @example responseVariability([4, 4, 2, 4]) // => 1
 */
export const responseVariability = (answers: readonly number[]): number | undefined => {
  const present = given(answers)
  return present.length < 2 ? undefined : Math.sqrt(varianceOf(present))
}

/** Scales below which the correlation of halves says nothing. */
export const LEAST_SCALES = 6

/**
 * Even–odd consistency: within a respondent, correlation of the means of odd and of even items over the scales, stepped
 * up by Spearman and Brown's formula (at least −1). Reversed items are turned. Undefined with fewer than six scales, or if
 * a half does not vary.
 * @see Johnson (2005), Journal of Research in Personality 39, 103–129
 */
export const evenOddConsistency = (scales: readonly (readonly number[])[]): number | undefined => {
  const halves = scales.flatMap((answers) => {
    const [odd, even] = [0, 1].map((of) => given(answers.filter((_, i) => i % 2 === of)))
    return odd?.length && even?.length ? [[meanOf(odd), meanOf(even)] as const] : []
  })
  if (halves.length < LEAST_SCALES) return undefined
  const [x, y] = [halves.map(([odd]) => odd), halves.map(([, even]) => even)]
  const [meanX, meanY] = [meanOf(x), meanOf(y)]
  const [varX, varY] = [varianceOf(x), varianceOf(y)]
  if (!(varX > 0 && varY > 0)) return undefined
  const r =
    sumOf(x.map((value, i) => (value - meanX) * ((y[i] as number) - meanY))) /
    ((x.length - 1) * Math.sqrt(varX * varY))
  return 1 + r < 1e-12 ? -1 : Math.max(-1, (2 * r) / (1 + r))
}

export type Distances = {
  /** One per respondent; NaN for who is not complete. */
  readonly squared: Float64Array
  readonly p: Float64Array
}

/**
 * Mahalanobis' squared distance of complete respondents from the mean, with p by χ². `items` is items × respondents,
 * reversed ones turned. A reason instead if there are fewer than five complete respondents an item, or an item follows
 * from others.
 * @see Meade & Craig (2012), Psychological Methods 17, 437–455, https://doi.org/10.1037/a0028085
 */
export const mahalanobisDistances = (
  items: readonly Numbers[],
): Distances | { readonly reason: string } => {
  const k = items.length
  const length = items[0]?.length ?? 0
  const rows = Array.from({ length }, (_, row) => row).filter((row) =>
    items.every((item) => !Number.isNaN(item[row])),
  )
  if (rows.length < 5 * k) return { reason: 'fewer than five complete respondents an item' }
  const complete = items.map((item) => Float64Array.from(rows, (row) => item[row] as number))
  const found = inverseOf(covarianceMatrix(complete))
  if (found === undefined)
    return { reason: 'an item without spread, or one that follows from others' }
  const means = complete.map(meanOf)
  const squared = new Float64Array(length).fill(Number.NaN)
  for (const row of rows) {
    const away = Matrix.columnVector(
      items.map((item, i) => (item[row] as number) - (means[i] as number)),
    )
    squared[row] = away.transpose().mmul(found.inverse).mmul(away).get(0, 0)
  }
  return {
    squared,
    p: squared.map((value) => (Number.isNaN(value) ? value : chiSquareUpper(value, k))),
  }
}

const MOST_SPEED = 3

/**
 * Relative speed: mean over pages of median page time / own page time, each at most 3; 2 is twice as fast as the middle.
 * `pages` is pages × respondents. NaN without any time: paper and phone have none.
 * @see Leiner (2019), Survey Research Methods 13, 229–248, https://doi.org/10.18148/srm/2019.v13i3.7403
 */
export const relativeSpeeds = (pages: readonly Numbers[]): Float64Array => {
  const medians = pages.map((page) => {
    const times = Float64Array.from(page).filter((time) => time > 0)
    return times.length === 0 ? Number.NaN : quantile(times, 0.5)
  })
  return Float64Array.from(pages[0] ?? [], (_, row) => {
    const ratios = pages
      .map((page, i) => Math.min(MOST_SPEED, (medians[i] as number) / (page[row] as number)))
      .filter((ratio, i) => !Number.isNaN(ratio) && (pages[i]?.[row] as number) > 0)
    return ratios.length === 0 ? Number.NaN : meanOf(ratios)
  })
}
