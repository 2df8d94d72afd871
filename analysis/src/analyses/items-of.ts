import type { Column, Prepared } from '../prepare/prepared.ts'
import { turnedColumns } from '../prepare/scale-scores.ts'
import type { PlanFault } from '../problems.ts'
import type { Given } from './method.ts'

type ScaleOrItems = {
  readonly scale?: string | undefined
  readonly items?: readonly string[] | undefined
  readonly reversed?: readonly string[] | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** The items a line speaks of, reversed ones turned: those of its scale, or its own. */
export const itemsOf = (
  line: ScaleOrItems,
  data: Prepared,
  { scales }: Given,
): {
  readonly names: readonly string[]
  readonly columns: readonly Column[]
  readonly values: readonly Float64Array[]
} => {
  const described = scales.find(({ name }) => name === line.scale) ?? {
    items: [...(line.items ?? [])],
    reversed: [...(line.reversed ?? [])],
    min: line.min ?? 0,
    max: line.max ?? 0,
  }
  const columns = turnedColumns(described, data.columns)
  return {
    names: described.items,
    columns,
    get values() {
      return columns.map(({ values }) => values)
    },
  }
}

/** A line needs a scale or items, and the ends of the scale if items are reversed. */
export const itemFaults = (line: ScaleOrItems): readonly PlanFault[] => {
  if (line.scale === undefined && line.items === undefined)
    return [{ path: '', message: 'nothing to look at', remedy: 'give "scale" or "items"' }]
  return line.items !== undefined &&
    (line.reversed?.length ?? 0) > 0 &&
    (line.min === undefined || line.max === undefined)
    ? [
        {
          path: '',
          message: 'reversed items need the ends of the scale',
          remedy: 'give "min" and "max"',
        },
      ]
    : []
}
