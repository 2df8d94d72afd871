import { notDefined } from './problems.ts'
import { sumOf } from './sum-of.ts'

export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio'
export type KrippendorffAlpha = {
  readonly alpha: number
  readonly observed: number
  readonly expected: number
  /** Values in units that at least two raters judged. */
  readonly pairable: number
  readonly units: number
  readonly categories: readonly number[]
  readonly coincidences: readonly (readonly number[])[]
}

/**
 * Krippendorff's alpha: 1 − observed / expected disagreement, for any number of raters, with missing ratings.
 * `ratings` is raters × units with NaN where missing; units judged by one rater only are left out.
 *
 * @throws notDefined if fewer than two values can be paired, all are the same, or a ratio is asked of negative values.
 * @see Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2019) Content Analysis, ch. 12
 * @example krippendorffAlpha([[1, 2, 3, 3], [1, 2, 3, 2]], 'nominal').alpha // => 0.695…
 */
export const krippendorffAlpha = (
  ratings: readonly ArrayLike<number>[],
  level: Level,
): KrippendorffAlpha => {
  const units = ratedUnits(ratings)
  const found = krippendorffOf(units, level)
  if (found === undefined)
    throw notDefined({
      method: 'krippendorff',
      reason: 'fewer than two values can be paired, or all are the same',
    })
  return found
}

/** Units as lists of values, those with two or more. */
export const ratedUnits = (ratings: readonly ArrayLike<number>[]): readonly (readonly number[])[] =>
  Array.from({ length: ratings[0]?.length ?? 0 }, (_, unit) =>
    ratings.map((rater) => rater[unit] as number).filter((value) => !Number.isNaN(value)),
  ).filter((values) => values.length > 1)

/** Alpha of units as lists of values; undefined if fewer than two values can be paired or all are the same. */
export const krippendorffOf = (
  units: readonly (readonly number[])[],
  level: Level,
): KrippendorffAlpha | undefined => {
  const categories = [...new Set(units.flat())].sort((a, b) => a - b)
  if (level === 'ratio' && (categories[0] ?? 0) < 0)
    throw notDefined({ method: 'krippendorff', reason: 'ratios of negative values' })
  const place = new Map(categories.map((value, i) => [value, i]))
  const coincidences = categories.map(() => categories.map(() => 0))
  for (const values of units)
    values.forEach((a, i) => {
      values.forEach((b, j) => {
        if (i === j) return
        const row = coincidences[place.get(a) as number] as number[]
        const column = place.get(b) as number
        row[column] = (row[column] as number) + 1 / (values.length - 1)
      })
    })
  const totals = coincidences.map((row) => sumOf(row))
  const pairable = sumOf(totals)
  if (pairable < 2) return undefined
  const distance = distanceOf(level, { categories, totals })
  let [observed, expected] = [0, 0]
  for (let c = 0; c < categories.length; c++)
    for (let k = 0; k < categories.length; k++) {
      if (c === k) continue
      const squared = distance(c, k)
      observed += (coincidences[c]?.[k] as number) * squared
      expected += (totals[c] as number) * (totals[k] as number) * squared
    }
  observed /= pairable
  expected /= pairable * (pairable - 1)
  if (!(expected > 0)) return undefined
  return {
    alpha: 1 - observed / expected,
    observed,
    expected,
    pairable,
    units: units.length,
    categories,
    coincidences,
  }
}

type Margins = { readonly categories: readonly number[]; readonly totals: readonly number[] }

/** Squared distance of two categories, by their places. */
const distanceOf = (level: Level, { categories, totals }: Margins) => {
  const value = (i: number) => categories[i] as number
  const upTo: number[] = []
  for (const total of totals) upTo.push((upTo.at(-1) ?? 0) + total)
  return (c: number, k: number): number => {
    const [low, high] = c < k ? [c, k] : [k, c]
    switch (level) {
      case 'nominal':
        return 1
      case 'ordinal': {
        const [first, last] = [totals[low] as number, totals[high] as number]
        const between = (upTo[high] as number) - (upTo[low] as number) + first
        return (between - (first + last) / 2) ** 2
      }
      case 'interval':
        return (value(c) - value(k)) ** 2
      case 'ratio':
        return ((value(c) - value(k)) / (value(c) + value(k))) ** 2
    }
  }
}
