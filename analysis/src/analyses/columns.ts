import { type Distribution, distributionOf, distributionOfValues } from '../columns/distribution.ts'
import type { Column, Prepared } from '../prepare/prepared.ts'
import type { Condition } from '../result.ts'

/** A column that the plan's check has made sure is there. */
export const columnIn = (data: Prepared, name: string): Column => {
  const column = data.columns.get(name)
  if (column === undefined)
    throw new Error(`column ${name} went missing after the plan was checked`)
  return column
}

/** The values where `by` is `group`, NaN elsewhere; all of them without a group. */
export const inGroup = (values: Float64Array, by?: Float64Array, group?: number): Float64Array =>
  by === undefined ? values : values.map((value, i) => (by[i] === group ? value : Number.NaN))

export const countPresent = (values: Float64Array): number => {
  let count = 0
  for (const value of values) if (!Number.isNaN(value)) count += 1
  return count
}

/** Respondents with a value in a column. */
export const countAnswered = (column: Column): number =>
  column.coded?.counts.reduce((sum, count) => sum + count, 0) ?? countPresent(column.values)

/** How a column's values are distributed. */
export const distributionIn = (column: Column): Distribution =>
  column.coded ? distributionOf(column.coded) : distributionOfValues(column.values)

/** 1 where the value is among the codes, 0 where it is another, NaN where it is missing. */
export const indicator = (values: Float64Array, codes: readonly number[]): Float64Array =>
  values.map((value) => (Number.isNaN(value) ? value : Number(codes.includes(value))))

/** Key of an estimate: `variable`, or `variable@group`. */
export const keyOf = (variable: string, group?: number): string =>
  group === undefined ? variable : `${variable}@${group}`
export const differenceKeyOf = (variable: string, first: number, second: number): string =>
  `${variable}@${first}-${second}`

/** The condition of being in a group, for subjects of estimates. */
export const whereOf = (
  by: { readonly variable: string } | undefined,
  group?: number,
): readonly Condition[] =>
  by === undefined || group === undefined ? [] : [{ variable: by.variable, codes: [group] }]

/** Distance between the smallest and the largest value. */
export const spreadOf = (values: Float64Array): number => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values)
    if (!Number.isNaN(value)) {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  return high > low ? high - low : 1
}
