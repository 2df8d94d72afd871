import { MISSING } from '@echolot/study'
import { recoded } from '../columns/coded.ts'
import type { Crew } from '../columns/crew.ts'
import { scaleSums } from '../columns/scale-sums.ts'
import type { ScalePlan } from '../plan/plan.ts'
import { type Column, codedColumn } from './prepared.ts'

/**
 * The two columns of a scale: `NAME`, the mean of the valid items in scale points with reversed items turned
 * (min + max − x), and `NAME_100`, the same from 0 to 100. Missing with fewer than `minValid` valid items.
 */
export const scaleScores = (
  scale: ScalePlan,
  columns: ReadonlyMap<string, Column>,
  crew: Crew,
): readonly Column[] => {
  const items = turnedColumns(scale, columns)
  const about = {
    label: scale.label ?? scale.name,
    valueLabels: new Map<number, string>(),
    sensitive: scale.items.some((item) => columns.get(item)?.sensitive === true),
  }
  const hundred = (score: number) => ((score - scale.min) / (scale.max - scale.min)) * 100
  const names = [scale.name, `${scale.name}_100`] as const
  const codes = items.flatMap(({ coded }) => coded ?? [])
  const sums = codes.length === items.length ? scaleSums(codes, crew) : undefined
  if (sums !== undefined) {
    const scores = sums.column((sum, valid) => (valid >= scale.minValid ? sum / valid : Number.NaN))
    const valid = scores.counts.reduce((sum, count) => sum + count, 0)
    const missing = new Map([[MISSING.noAnswer, scores.n - valid]])
    return [
      codedColumn({ ...about, name: names[0], missing }, scores),
      codedColumn({ ...about, name: names[1], missing }, recoded(scores, hundred)),
    ]
  }
  const scores = meansOfValid(
    items.map(({ values }) => values),
    scale.minValid,
  )
  const missing = new Map([[MISSING.noAnswer, scores.filter(Number.isNaN).length]])
  return [
    { ...about, name: names[0], missing, values: scores },
    { ...about, name: names[1], missing, values: scores.map(hundred) },
  ]
}

const meansOfValid = (items: readonly Float64Array[], minValid: number): Float64Array =>
  Float64Array.from({ length: items[0]?.length ?? 0 }, (_, row) => {
    let sum = 0
    let valid = 0
    for (const item of items) {
      const value = item[row] as number
      if (Number.isNaN(value)) continue
      sum += value
      valid += 1
    }
    return valid >= minValid ? sum / valid : Number.NaN
  })

type Turning = Pick<ScalePlan, 'items' | 'reversed' | 'min' | 'max'>

/** The items of a scale, reversed ones turned. */
export const turnedColumns = (
  { items, reversed, min, max }: Turning,
  columns: ReadonlyMap<string, Column>,
): readonly Column[] =>
  items.flatMap((name) => {
    const column = columns.get(name)
    if (column === undefined) return []
    if (!reversed.includes(name)) return [column]
    const turned = (value: number) => min + max - value
    return column.coded
      ? [codedColumn(column, recoded(column.coded, turned))]
      : [{ ...column, values: column.values.map(turned) }]
  })

/** Their values. */
export const turnedItems = (
  scale: Turning,
  columns: ReadonlyMap<string, Column>,
): readonly Float64Array[] => turnedColumns(scale, columns).map(({ values }) => values)
