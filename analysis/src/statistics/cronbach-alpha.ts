import { fUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { type ItemMoments, itemMoments } from './item-moments.ts'
import { meanOf, type Numbers, sumOf } from './numbers.ts'

export type ItemFit = {
  readonly mean: number
  readonly sd: number
  /** Correlation of the item with the sum of the others. */
  readonly itemRest: number
  /** Alpha of the scale without this item; undefined for a scale of two. */
  readonly alphaWithout?: number
}
export type CronbachAlpha = {
  readonly alpha: number
  /** Feldt's exact 95 % interval. */
  readonly alphaLow: number
  readonly alphaHigh: number
  /** Alpha of the standardised items. */
  readonly standardized: number
  readonly averageCorrelation: number
  readonly n: number
  readonly omitted: number
  readonly items: readonly ItemFit[]
}

/**
 * Cronbach's alpha, the internal consistency of a scale: k / (k − 1) · (1 − Σ s²ᵢ / s²ₜ).
 *
 * `items` is items × respondents, in scale points, reverse-keyed items already turned. A respondent with a
 * missing item (NaN) is left out, listwise, and counted in `omitted`. Alpha is at most 1 and may be negative.
 *
 * @throws notDefined if fewer than two items or three complete respondents are left, or an item has no spread.
 * @see Cronbach (1951), Psychometrika 16, 297–334, https://doi.org/10.1007/BF02310555
 * @see Feldt (1965), Psychometrika 30, 357–370, https://doi.org/10.1007/BF02289499, for the interval
 * @example cronbachAlpha([[1, 2, 3], [2, 2, 4]]).alpha // => 0.923…
 */
export const cronbachAlpha = (items: readonly Numbers[]): CronbachAlpha =>
  alphaFrom(itemMoments(completeCases(items)), items[0]?.length ?? 0)

/** The same from the moments of complete respondents; `respondents` counts those with missing answers, too. */
export const alphaFrom = (complete: ItemMoments, respondents: number): CronbachAlpha => {
  const { n, items } = complete
  const k = items.length
  if (k < 2 || n < 3)
    throw notDefined({
      method: 'cronbach-alpha',
      reason: 'fewer than two items or three complete respondents',
    })
  if (items.some(({ variance }) => variance === 0))
    throw notDefined({
      method: 'cronbach-alpha',
      reason: 'an item on which all answers are the same',
    })
  const covariances = items.map(({ variance }, i) =>
    items.map((_, j) => (i === j ? variance : complete.covariance(i, j))),
  )
  const alpha = alphaOf(covariances)
  const r = averageCorrelationOf(covariances)
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  return {
    alpha,
    alphaLow: 1 - (1 - alpha) * fUpperQuantile(0.025, df1, df2),
    alphaHigh: 1 - (1 - alpha) / fUpperQuantile(0.025, df2, df1),
    standardized: (k * r) / (1 + (k - 1) * r),
    averageCorrelation: r,
    n,
    omitted: respondents - n,
    items: items.map(({ mean, variance }, i) => {
      const others = withoutOne(covariances, i)
      const withOthers = sumOf(covariances[i] as number[]) - variance
      return {
        mean,
        sd: Math.sqrt(variance),
        itemRest: withOthers / Math.sqrt(variance * totalOf(others)),
        ...(k > 2 ? { alphaWithout: alphaOf(others) } : {}),
      }
    }),
  }
}

/** The respondents without a missing item, still items × respondents. */
export const completeCases = (items: readonly Numbers[]): readonly Float64Array[] => {
  const respondents = items[0]?.length ?? 0
  const rows = new Uint32Array(respondents)
  let n = 0
  for (let row = 0; row < respondents; row++) {
    let complete = true
    for (let i = 0; complete && i < items.length; i++)
      complete = !Number.isNaN((items[i] as Numbers)[row])
    if (complete) rows[n++] = row
  }
  return items.map((item) => {
    const values = new Float64Array(n)
    for (let place = 0; place < n; place++) values[place] = item[rows[place] as number] as number
    return values
  })
}

type Square = readonly (readonly number[])[]

const totalOf = (covariances: Square) => sumOf(covariances.map(sumOf))

const alphaOf = (covariances: Square) => {
  const k = covariances.length
  const diagonal = covariances.map((row, i) => row[i] as number)
  return (k / (k - 1)) * (1 - sumOf(diagonal) / totalOf(covariances))
}

const withoutOne = (covariances: Square, without: number): Square =>
  covariances.filter((_, i) => i !== without).map((row) => row.filter((_, j) => j !== without))

const averageCorrelationOf = (covariances: Square) => {
  const variance = (i: number) => covariances[i]?.[i] as number
  return meanOf(
    covariances.flatMap((row, i) =>
      row
        .slice(i + 1)
        .map((value, ahead) => value / Math.sqrt(variance(i) * variance(i + 1 + ahead))),
    ),
  )
}
