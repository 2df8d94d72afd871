import {
  type Distribution,
  distributionFrom,
  distributionOfValues,
} from '../columns/distribution.ts'
import { canJoin } from '../columns/joint-counts.ts'
import { twoCounts } from '../columns/two-counts.ts'
import type { Column, Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { columnIn } from './columns.ts'
import type { Code } from './fields.ts'

export type Group = {
  readonly label: string
  /** The values that are there. */
  readonly values: Float64Array
}

/** The code under which a column holds a value of the plan. */
export const codeOf = (column: Column, value: Code): number => {
  if (column.levels === undefined && typeof value === 'number') return value
  const place = column.levels?.indexOf(String(value)) ?? -1
  if (place >= 0) return place + 1
  const labelled = [...column.valueLabels].find(([, label]) => label === value)
  if (labelled !== undefined) return labelled[0]
  throw notDefined({ method: 'groups', reason: `${column.name} has no value “${value}”` })
}

/** What a value is called in names of estimates: the text of a plain file, else the code. */
export const labelOf = (column: Column, code: number): string =>
  column.levels?.[code - 1] ?? String(code)

/** The codes of a column that occur, ascending. */
export const codesIn = (values: Float64Array): readonly number[] =>
  [...new Set(values.filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b)

/** The same without looking at each respondent, where a column is coded. */
export const codesOf = (column: Column): readonly number[] =>
  column.coded ? [...column.coded.steps] : codesIn(column.values)

type Grouping = {
  readonly variable: string
  readonly by: string
  readonly groups?: readonly Code[] | undefined
}

/** How `variable` is distributed in each group of `by`: those named, in that order, else all that occur. */
export const groupDistributions = (
  data: Prepared,
  { variable, by, groups }: Grouping,
): readonly { readonly label: string; readonly distribution: Distribution }[] => {
  const column = columnIn(data, by)
  const outcome = columnIn(data, variable).coded
  const group = column.coded
  if (outcome === undefined || group === undefined || !canJoin([outcome, group]))
    return groupsOf(data, { variable, by, groups }).map(({ label, values }) => ({
      label,
      distribution: distributionOfValues(values),
    }))
  const codes = groups?.map((one) => codeOf(column, one)) ?? codesOf(column)
  const table = twoCounts(outcome, group, data.crew)
  return codes.map((code) => {
    const place = group.steps.indexOf(code)
    const counts = outcome.steps.map((_, step) =>
      place < 0 ? 0 : (table[step * group.steps.length + place] as number),
    )
    return { label: labelOf(column, code), distribution: distributionFrom(outcome.steps, counts) }
  })
}

/** The values of `variable` in each group of `by`: those named, in that order, else all that occur. */
export const groupsOf = (data: Prepared, { variable, by, groups }: Grouping): readonly Group[] => {
  const { values } = columnIn(data, variable)
  const column = columnIn(data, by)
  const codes = groups?.map((group) => codeOf(column, group)) ?? codesIn(column.values)
  return codes.map((code) => ({
    label: labelOf(column, code),
    values: values.filter((value, i) => column.values[i] === code && !Number.isNaN(value)),
  }))
}
