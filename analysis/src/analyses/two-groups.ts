import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { effectSizes } from '../statistics/effect-sizes.ts'
import { meanOf, varianceOf } from '../statistics/numbers.ts'
import { columnIn, countPresent } from './columns.ts'
import { Code, ColumnName, confidence } from './fields.ts'
import { groupsOf } from './groups.ts'
import { countsOf, numbersOf } from './numbers-of.ts'

/** An outcome in two groups, first minus second; without `groups` those of the two codes that occur. */
export const twoGroupFields = {
  variable: ColumnName,
  by: ColumnName,
  groups: z.tuple([Code, Code]).optional(),
  confidence: confidence.optional(),
}
type TwoGroupLine = {
  readonly variable: string
  readonly by: string
  readonly groups?: readonly Code[] | undefined
  readonly confidence?: number | undefined
}

export type TwoGroups = {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly labels: readonly [string, string]
  /** Respondents of the smaller group. */
  readonly base: number
  readonly n: number
  readonly omitted: number
}

/** @throws notDefined unless there are exactly two groups. */
export const twoGroupsOf = (line: TwoGroupLine, data: Prepared): TwoGroups => {
  const [first, second, third] = groupsOf(data, line)
  if (first === undefined || second === undefined || third !== undefined)
    throw notDefined({
      method: 'two groups',
      reason: `${line.by} does not have two groups; name them with "groups"`,
    })
  const [x, y] = [first.values, second.values]
  const n = x.length + y.length
  return {
    x,
    y,
    labels: [first.label, second.label],
    base: Math.min(x.length, y.length),
    n,
    omitted: countPresent(columnIn(data, line.by).values) - n,
  }
}

/** Sizes, means, standard deviations and standardised differences of two groups. */
export const describedGroups = (
  { x, y, base }: TwoGroups,
  level?: number | undefined,
): Record<string, Estimate> => ({
  n: countsOf([x.length, y.length]),
  ...numbersOf(base, {
    mean: [meanOf(x), meanOf(y)],
    sd: [Math.sqrt(varianceOf(x)), Math.sqrt(varianceOf(y))],
    ...(varianceOf(x) + varianceOf(y) > 0 ? effectSizes(x, y, level) : {}),
  }),
})
