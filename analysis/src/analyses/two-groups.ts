import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { type Summary, summaryBy } from '../statistics/distribution-moments.ts'
import { effectSizes } from '../statistics/effect-sizes.ts'
import { columnIn, countAnswered } from './columns.ts'
import { Code, ColumnName, confidence } from './fields.ts'
import { groupDistributions, groupsOf } from './groups.ts'
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
  const [first, second] = twoOf(groupsOf(data, line), line)
  const [x, y] = [first.values, second.values]
  const n = x.length + y.length
  return {
    x,
    y,
    labels: [first.label, second.label],
    base: Math.min(x.length, y.length),
    n,
    omitted: countAnswered(columnIn(data, line.by)) - n,
  }
}

const twoOf = <Group>(groups: readonly Group[], { by }: TwoGroupLine): readonly [Group, Group] => {
  const [first, second, third] = groups
  if (first === undefined || second === undefined || third !== undefined)
    throw notDefined({
      method: 'two groups',
      reason: `${by} does not have two groups; name them with "groups"`,
    })
  return [first, second]
}

export type TwoSummaries = {
  readonly x: Summary
  readonly y: Summary
  /** Respondents of the smaller group. */
  readonly base: number
  readonly n: number
  readonly omitted: number
}

/** Size, mean and variance of both groups. @throws notDefined unless there are exactly two. */
export const twoSummariesOf = (line: TwoGroupLine, data: Prepared): TwoSummaries => {
  const [first, second] = twoOf(groupDistributions(data, line), line)
  const [x, y] = [summaryBy(first.distribution), summaryBy(second.distribution)]
  const n = x.n + y.n
  return {
    x,
    y,
    base: Math.min(x.n, y.n),
    n,
    omitted: countAnswered(columnIn(data, line.by)) - n,
  }
}

/** Sizes, means, standard deviations and standardised differences of two groups. */
export const describedGroups = (
  { x, y, base }: TwoSummaries,
  level?: number | undefined,
): Record<string, Estimate> => ({
  n: countsOf([x.n, y.n]),
  ...numbersOf(base, {
    mean: [x.mean, y.mean],
    sd: [Math.sqrt(x.variance), Math.sqrt(y.variance)],
    ...(x.variance + y.variance > 0 ? effectSizes(x, y, level) : {}),
  }),
})
