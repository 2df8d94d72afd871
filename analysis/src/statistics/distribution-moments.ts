import type { Distribution } from '../columns/distribution.ts'
import { meanOf, type Numbers, sumOf, varianceOf } from './numbers.ts'

/** What t tests need to know of a group of respondents. */
export type Summary = { readonly n: number; readonly mean: number; readonly variance: number }

/** Σ of what is made of each value, as often as it occurs. */
const sumBy = ({ values, counts }: Distribution, made: (value: number) => number): number =>
  sumOf(values.map((value, i) => made(value) * (counts[i] as number)))

/** Arithmetic mean; counted from a value in the middle, so that large values keep their digits. */
export const meanBy = (distribution: Distribution): number => {
  const middle = distribution.values[distribution.values.length >> 1] as number
  return middle + sumBy(distribution, (value) => value - middle) / distribution.n
}

/** Σ (x − mean)^power. */
export const centralSumBy = (distribution: Distribution, power: number): number => {
  const mean = meanBy(distribution)
  return sumBy(distribution, (value) => (value - mean) ** power)
}

/** Sample variance with n − 1, by two passes; what rounding left in the mean is taken out again. */
export const varianceBy = (distribution: Distribution): number => {
  const mean = meanBy(distribution)
  const squares = sumBy(distribution, (value) => (value - mean) ** 2)
  const left = sumBy(distribution, (value) => value - mean)
  return (squares - left ** 2 / distribution.n) / (distribution.n - 1)
}

export const summaryBy = (distribution: Distribution): Summary => ({
  n: distribution.n,
  mean: distribution.n === 0 ? Number.NaN : meanBy(distribution),
  variance: distribution.n < 2 ? Number.NaN : varianceBy(distribution),
})

/** Of values without missing ones. */
export const summaryOf = (values: Numbers): Summary => ({
  n: values.length,
  mean: meanOf(values),
  variance: varianceOf(values),
})

/** Value at a place of the respondents in ascending order, from 0. */
export const orderStatistic = ({ values, counts }: Distribution): ((place: number) => number) => {
  const ends = new Float64Array(counts.length)
  for (const [i, count] of counts.entries()) ends[i] = (i > 0 ? (ends[i - 1] as number) : 0) + count
  return (place) => {
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) > place) high = middle
      else low = middle + 1
    }
    return values[low] as number
  }
}

/** Mean without the `share` of smallest and of largest values, each rounded down to whole respondents. */
export const trimmedMeanBy = ({ values, counts, n }: Distribution, share: number): number => {
  const cut = Math.floor(n * share)
  let before = 0
  const kept = counts.map((count) => {
    const [from, to] = [Math.max(before, cut), Math.min(before + count, n - cut)]
    before += count
    return Math.max(0, to - from)
  })
  return meanBy({ values, counts: kept, n: n - 2 * cut })
}

/** Every value as often as it occurs. */
export const expanded = ({ values, counts, n }: Distribution): Float64Array => {
  const all = new Float64Array(n)
  let place = 0
  for (const [i, value] of values.entries()) {
    all.fill(value, place, place + (counts[i] as number))
    place += counts[i] as number
  }
  return all
}
