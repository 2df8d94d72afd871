import type { Coded } from './coded.ts'

/** Values in ascending order and how many respondents have each; nobody is missing. */
export type Distribution = {
  readonly values: Float64Array
  readonly counts: Float64Array
  /** Respondents: the sum of counts. */
  readonly n: number
}

const distribution = (values: Float64Array, counts: Float64Array): Distribution => ({
  values,
  counts,
  n: counts.reduce((sum, count) => sum + count, 0),
})

/** Ascending values with their counts; those that do not occur are left out. */
export const distributionFrom = (
  values: ArrayLike<number>,
  counts: ArrayLike<number>,
): Distribution => {
  const kept = Array.from(values, (_, place) => place).filter(
    (place) => (counts[place] as number) > 0,
  )
  return distribution(
    Float64Array.from(kept, (place) => values[place] as number),
    Float64Array.from(kept, (place) => counts[place] as number),
  )
}

/** How the values of a coded column are distributed; missing ones are left out. */
export const distributionOf = ({ steps, counts }: Coded): Distribution =>
  distributionFrom(steps, counts)

/** The same from values in any order; NaN is left out. */
export const distributionOfValues = (given: ArrayLike<number>): Distribution => {
  const sorted = Float64Array.from(given)
    .filter((value) => !Number.isNaN(value))
    .sort()
  const values: number[] = []
  const counts: number[] = []
  for (const value of sorted)
    if (value === values.at(-1)) counts[counts.length - 1] = (counts.at(-1) as number) + 1
    else {
      values.push(value)
      counts.push(1)
    }
  return distribution(Float64Array.from(values), Float64Array.from(counts))
}

/** The distribution of what is made of each value. */
export const mappedDistribution = (
  { values, counts }: Distribution,
  made: (value: number) => number,
): Distribution => {
  const pairs = Array.from(values, (value, i) => [made(value), counts[i] as number] as const)
  pairs.sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [value, count] of pairs) {
    const last = joined.at(-1)
    if (last && last[0] === value) last[1] += count
    else joined.push([value, count])
  }
  return distribution(
    Float64Array.from(joined, ([value]) => value),
    Float64Array.from(joined, ([, count]) => count),
  )
}
