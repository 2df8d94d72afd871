import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined, type PlanFault } from '../problems.ts'
import { columnIn } from './columns.ts'
import { Code, ColumnName } from './fields.ts'
import { codeOf } from './groups.ts'

/** Two values of each unit: in two columns, or in two rows that `unit` joins. */
export const pairFields = {
  first: ColumnName.optional(),
  second: ColumnName.optional(),
  variable: ColumnName.optional(),
  by: ColumnName.optional(),
  groups: z.tuple([Code, Code]).optional(),
  unit: ColumnName.optional(),
}
type PairLine = {
  readonly first?: string | undefined
  readonly second?: string | undefined
  readonly variable?: string | undefined
  readonly by?: string | undefined
  readonly groups?: readonly [Code, Code] | undefined
  readonly unit?: string | undefined
}

export const pairFaults = (line: PairLine): readonly PlanFault[] => {
  const wide = line.first !== undefined && line.second !== undefined
  const long = [line.variable, line.by, line.groups, line.unit].every((part) => part !== undefined)
  return wide !== long
    ? []
    : [
        {
          path: '',
          message: 'the pairs are not given, or given twice',
          remedy: 'give "first" and "second", or "variable", "by", "groups" and "unit"',
        },
      ]
}

export type Pairs = {
  readonly x: Float64Array
  readonly y: Float64Array
  /** Units of which one value is missing. */
  readonly omitted: number
}

/** Units with both values. */
export const pairsOf = (line: PairLine, data: Prepared): Pairs => {
  const { first, second, variable, by, groups, unit } = line
  if (first !== undefined && second !== undefined)
    return complete(columnIn(data, first).values, columnIn(data, second).values)
  if (!variable || !by || !groups || !unit)
    throw notDefined({ method: 'pairs', reason: 'the plan gives no pairs' })
  const { values } = columnIn(data, variable)
  const column = columnIn(data, by)
  const units = columnIn(data, unit).values
  const sides = groups.map((group) => {
    const code = codeOf(column, group)
    const of = new Map<number, number>()
    column.values.forEach((other, i) => {
      if (other === code) of.set(units[i] as number, values[i] as number)
    })
    return of
  }) as [Map<number, number>, Map<number, number>]
  const all = [...new Set([...sides[0].keys(), ...sides[1].keys()])]
  const side = (of: ReadonlyMap<number, number>) =>
    Float64Array.from(all, (one) => of.get(one) ?? Number.NaN)
  return complete(side(sides[0]), side(sides[1]))
}

const complete = (x: Float64Array, y: Float64Array): Pairs => {
  const rows = [...x.keys()].filter((i) => !Number.isNaN(x[i]) && !Number.isNaN(y[i]))
  return {
    x: Float64Array.from(rows, (i) => x[i] as number),
    y: Float64Array.from(rows, (i) => y[i] as number),
    omitted: x.length - rows.length,
  }
}
