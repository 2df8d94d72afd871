import type { Estimate } from '../result.ts'

type Several = readonly (number | null)[]
type Matrix = {
  readonly rows?: readonly string[]
  readonly cols?: readonly string[]
  readonly values: readonly Several[]
}

/**
 * Estimates from plain numbers, lists and matrices on `base` respondents; what is undefined is left out. Names are put
 * after `prefix`.
 */
export const numbersOf = (
  base: number,
  found: Readonly<Record<string, number | Several | Matrix | undefined>>,
  prefix = '',
): Record<string, Estimate> =>
  Object.fromEntries(
    Object.entries(found).flatMap(([name, value]): [string, Estimate][] => {
      if (value === undefined) return []
      const key = `${prefix}${name}`
      if (typeof value === 'number') return [[key, { kind: 'coefficient', value, base }]]
      if ('values' in value && !Array.isArray(value))
        return [[key, { kind: 'matrix', ...(value as Matrix), base }]]
      return [[key, { kind: 'list', values: value as Several, base }]]
    }),
  )

/** Numbers of persons under one name. */
export const countsOf = (values: readonly number[]): Estimate => ({
  kind: 'list',
  of: 'count',
  values,
  base: values.reduce((a, b) => a + b, 0),
})
