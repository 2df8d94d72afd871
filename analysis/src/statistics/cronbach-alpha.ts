import { sampleCorrelation } from 'simple-statistics'
import { fUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { meanOf, type Numbers, sumOf, varianceOf } from './numbers.ts'

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
export const cronbachAlpha = (items: readonly Numbers[]): CronbachAlpha => {
  const respondents = items[0]?.length ?? 0
  const complete = completeCases(items)
  const n = complete[0]?.length ?? 0
  if (items.length < 2 || n < 3)
    throw notDefined({
      method: 'cronbach-alpha',
      reason: 'fewer than two items or three complete respondents',
    })
  if (complete.some((item) => varianceOf(item) === 0))
    throw notDefined({
      method: 'cronbach-alpha',
      reason: 'an item on which all answers are the same',
    })
  const k = items.length
  const alpha = alphaOf(complete)
  const r = averageCorrelationOf(complete)
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  return {
    alpha,
    alphaLow: 1 - (1 - alpha) * fUpperQuantile(0.025, df1, df2),
    alphaHigh: 1 - (1 - alpha) / fUpperQuantile(0.025, df2, df1),
    standardized: (k * r) / (1 + (k - 1) * r),
    averageCorrelation: r,
    n,
    omitted: respondents - n,
    items: complete.map((item, i) => {
      const others = complete.filter((_, j) => j !== i)
      return {
        mean: meanOf(item),
        sd: Math.sqrt(varianceOf(item)),
        itemRest: sampleCorrelation([...item], [...totalsOf(others)]),
        ...(k > 2 ? { alphaWithout: alphaOf(others) } : {}),
      }
    }),
  }
}

/** The respondents without a missing item, still items × respondents. */
export const completeCases = (items: readonly Numbers[]): readonly Float64Array[] => {
  const rows = Array.from({ length: items[0]?.length ?? 0 }, (_, row) => row).filter((row) =>
    items.every((item) => !Number.isNaN(item[row])),
  )
  return items.map((item) => Float64Array.from(rows, (row) => item[row] as number))
}

const alphaOf = (items: readonly Float64Array[]) => {
  const k = items.length
  return (k / (k - 1)) * (1 - sumOf(items.map(varianceOf)) / varianceOf(totalsOf(items)))
}

const totalsOf = (items: readonly Float64Array[]) =>
  Float64Array.from(items[0] as Float64Array, (_, row) =>
    sumOf(items.map((item) => item[row] as number)),
  )

const averageCorrelationOf = (items: readonly Float64Array[]) => {
  const pairs = items.flatMap((a, i) =>
    items.slice(i + 1).map((b) => sampleCorrelation([...a], [...b])),
  )
  return meanOf(pairs)
}
