import type { Variable } from '@echolot/instrument'

/** User-missing values as a system file can hold them: three codes, or a range with one code beside it. */
export type MissingValues =
  | { readonly kind: 'codes'; readonly codes: readonly number[] }
  | {
      readonly kind: 'range'
      readonly low: number
      readonly high: number
      readonly also: number | undefined
    }

export type MissingFit = {
  readonly values: MissingValues
  /** Codes that found no place; they are ordinary values in the file. */
  readonly dropped: readonly number[]
}

const MOST = 3

/**
 * Fits the missing codes of a numeric variable into the three places there are. More than three become a range, if no
 * possible answer lies in it, with at most one code beside; otherwise the first three are kept.
 */
export const missingValuesOf = (
  variable: Pick<Variable, 'missing' | 'values' | 'range'>,
): MissingFit => {
  const codes = [...new Set(variable.missing)]
  if (codes.length <= MOST) return { values: { kind: 'codes', codes }, dropped: [] }
  const sorted = codes.toSorted((a, b) => a - b)
  const last = sorted.length - 1
  const splits = [
    { within: sorted, also: undefined },
    { within: sorted.slice(0, last), also: sorted[last] },
    { within: sorted.slice(1), also: sorted[0] },
  ]
  for (const { within, also } of splits) {
    const low = within[0] as number
    const high = within.at(-1) as number
    if (!mayHoldAnswer(variable, low, high))
      return { values: { kind: 'range', low, high, also }, dropped: [] }
  }
  return { values: { kind: 'codes', codes: codes.slice(0, MOST) }, dropped: codes.slice(MOST) }
}

/** Whether an answer could lie between the two; an open number without bounds could. */
const mayHoldAnswer = (
  { missing, values, range }: Pick<Variable, 'missing' | 'values' | 'range'>,
  low: number,
  high: number,
): boolean => {
  const answers = (values ?? []).flatMap(({ value }) =>
    typeof value === 'number' && !missing.includes(value) ? [value] : [],
  )
  if (answers.some((value) => value >= low && value <= high)) return true
  if (range === undefined) return answers.length === 0
  return (range.min ?? -Infinity) <= high && (range.max ?? Infinity) >= low
}
