import { type Condition, constant } from '@echolot/routing/logic'
import { listOf } from '../builder/fixed-values.ts'

/** A value as it stands in the data, as conditions write it; undefined for what they cannot. */
export const asCondition = (value: unknown): Condition | undefined => {
  if (Array.isArray(value)) return listOf(value.filter(isFixed))
  return isFixed(value) ? constant(value) : undefined
}

const isFixed = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
