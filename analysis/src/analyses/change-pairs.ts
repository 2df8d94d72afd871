import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined, type PlanFault } from '../problems.ts'
import { columnIn } from './columns.ts'
import { Code, ColumnName } from './fields.ts'
import { codeOf } from './groups.ts'

/** Two waves of the same units: two columns, or two rows of a unit. `groups` are the codes of the waves, earlier first. */
export const changeFields = {
  pre: ColumnName.optional(),
  post: ColumnName.optional(),
  variable: ColumnName.optional(),
  by: ColumnName.optional(),
  groups: z.tuple([Code, Code]).optional(),
  unit: ColumnName.optional(),
}
export type ChangeLine = {
  readonly pre?: string | undefined
  readonly post?: string | undefined
  readonly variable?: string | undefined
  readonly by?: string | undefined
  readonly groups?: readonly [Code, Code] | undefined
  readonly unit?: string | undefined
}

export const changeFaults = (line: ChangeLine): readonly PlanFault[] => {
  const wide = line.pre !== undefined && line.post !== undefined
  const long = [line.variable, line.by, line.groups, line.unit].every((part) => part !== undefined)
  return wide !== long
    ? []
    : [
        {
          path: '',
          message: 'the two waves are not given, or given twice',
          remedy: 'give "pre" and "post", or "variable", "by", "groups" and "unit"',
        },
      ]
}

/** Values of each unit in both waves, NaN where there is none, and the rows of the data they stand in. */
export type Waves = {
  readonly pre: Float64Array
  readonly post: Float64Array
  readonly rows: readonly (readonly number[])[]
}

/** @throws notDefined if a unit has two rows in one wave. */
export const wavesOf = (line: ChangeLine, data: Prepared): Waves => {
  const { pre, post, variable, by, groups, unit } = line
  if (pre !== undefined && post !== undefined) {
    const [before, after] = [columnIn(data, pre).values, columnIn(data, post).values]
    return { pre: before, post: after, rows: Array.from(before, (_, row) => [row]) }
  }
  if (!variable || !by || !groups || !unit)
    throw notDefined({ method: 'change', reason: 'the plan gives no waves' })
  const { values } = columnIn(data, variable)
  const waves = columnIn(data, by)
  const units = columnIn(data, unit).values
  const codes = groups.map((group) => codeOf(waves, group))
  const rows = new Map<number, (number | undefined)[]>()
  waves.values.forEach((wave, row) => {
    const place = codes.indexOf(wave)
    const one = units[row] as number
    if (place < 0 || Number.isNaN(one)) return
    const own = rows.get(one) ?? [undefined, undefined]
    if (own[place] !== undefined)
      throw notDefined({
        method: 'change',
        reason: `a unit of ${unit} has two rows in one wave; keep one of them`,
      })
    own[place] = row
    rows.set(one, own)
  })
  const side = (place: number) =>
    Float64Array.from([...rows.values()], (own) =>
      own[place] === undefined ? Number.NaN : (values[own[place]] as number),
    )
  return {
    pre: side(0),
    post: side(1),
    rows: [...rows.values()].map((own) => own.filter((row) => row !== undefined)),
  }
}

/** The units with both values. */
export const completeOf = ({ pre, post }: Waves): readonly [Float64Array, Float64Array] => {
  const both = [...pre.keys()].filter((i) => !Number.isNaN(pre[i]) && !Number.isNaN(post[i]))
  return [
    Float64Array.from(both, (i) => pre[i] as number),
    Float64Array.from(both, (i) => post[i] as number),
  ]
}
