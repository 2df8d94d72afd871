import { MISSING } from '@echolot/study'
import type { ScalePlan } from '../plan/plan.ts'
import type { Column } from './prepared.ts'

/**
 * The two columns of a scale: `NAME`, the mean of the valid items in scale points with reversed items turned
 * (min + max − x), and `NAME_100`, the same from 0 to 100. Missing with fewer than `minValid` valid items.
 */
export const scaleScores = (
  scale: ScalePlan,
  columns: ReadonlyMap<string, Column>,
): readonly Column[] => {
  const items = turnedItems(scale, columns)
  const n = items[0]?.length ?? 0
  const scores = Float64Array.from({ length: n }, (_, row) => {
    let sum = 0
    let valid = 0
    for (const item of items) {
      const value = item[row] as number
      if (Number.isNaN(value)) continue
      sum += value
      valid += 1
    }
    return valid >= scale.minValid ? sum / valid : Number.NaN
  })
  const shared = {
    label: scale.label ?? scale.name,
    valueLabels: new Map<number, string>(),
    sensitive: scale.items.some((item) => columns.get(item)?.sensitive === true),
    missing: new Map([[MISSING.noAnswer, scores.filter(Number.isNaN).length]]),
  }
  return [
    { ...shared, name: scale.name, values: scores },
    {
      ...shared,
      name: `${scale.name}_100`,
      values: scores.map((score) => ((score - scale.min) / (scale.max - scale.min)) * 100),
    },
  ]
}

/** The items of a scale, reversed ones turned. */
export const turnedItems = (
  { items, reversed, min, max }: Pick<ScalePlan, 'items' | 'reversed' | 'min' | 'max'>,
  columns: ReadonlyMap<string, Column>,
): readonly Float64Array[] =>
  items.map((name) => {
    const values = columns.get(name)?.values ?? new Float64Array()
    return reversed.includes(name) ? values.map((value) => min + max - value) : values
  })
