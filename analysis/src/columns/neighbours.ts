import type { Portion } from './coded.ts'

export type NeighbourInput = readonly {
  readonly portions: readonly Portion[]
  /** By code: the value, NaN where it is missing. */
  readonly values: Float64Array
}[]

/** Σ of products of values that follow each other in one column; missing ones are stepped over. */
export const neighbours = (columns: NeighbourInput, unit: number): number => {
  const { portions, values } = columns[unit] as NeighbourInput[number]
  let before = 0
  let sum = 0
  for (const portion of portions)
    for (let row = 0; row < portion.length; row++) {
      const value = values[portion[row] as number] as number
      if (Number.isNaN(value)) continue
      sum += before * value
      before = value
    }
  return sum
}
