import type { Condition } from '../result.ts'

type ValuesOf = (variable: string) => Float64Array | undefined

/** Rows, and into which of the smallest groups that populations tell apart each of them falls. */
export type RowGroups = {
  /** By place in `rows`. */
  readonly of: Int32Array
  /** By group: whether each population contains it. */
  readonly groups: readonly (readonly boolean[])[]
}

export const meets = ({ codes }: Condition, value: number | undefined): boolean =>
  value !== undefined && !Number.isNaN(value) && (codes === undefined || codes.includes(value))

/**
 * Groups of rows that the same populations contain, numbered by their first rows. Conditions are looked at once for each
 * value and each combination of values, not for each of a million respondents.
 */
export const rowGroups = (
  rows: Int32Array,
  populations: readonly (readonly Condition[])[],
  valuesOf: ValuesOf,
): RowGroups => {
  const of = combinationsOf(rows, populations.flat(), valuesOf)
  const places = new Map<string, number>()
  const groups: boolean[][] = []
  /** By combination. */
  const placeOf: number[] = []
  for (let i = 0; i < rows.length; i++) {
    const combination = of[i] as number
    placeOf[combination] ??= placeIn(places, groups, {
      inside: populations.map((where) =>
        where.every((condition) =>
          meets(condition, valuesOf(condition.variable)?.[rows[i] as number]),
        ),
      ),
    })
    of[i] = placeOf[combination] as number
  }
  return { of, groups }
}

const placeIn = (
  places: Map<string, number>,
  groups: boolean[][],
  { inside }: { readonly inside: boolean[] },
): number => {
  const key = inside.map(Number).join('')
  const place = places.get(key) ?? groups.push(inside) - 1
  places.set(key, place)
  return place
}

/** By row the number of the combination of values, as far as conditions tell values apart. */
const combinationsOf = (
  rows: Int32Array,
  conditions: readonly Condition[],
  valuesOf: ValuesOf,
): Int32Array => {
  const of = new Int32Array(rows.length)
  let known = 1
  for (const [variable, own] of Map.groupBy(conditions, (condition) => condition.variable)) {
    const values = valuesOf(variable)
    if (values === undefined) continue
    const kinds = kindsBy(own)
    const combined = new Map<number, number>()
    for (let i = 0; i < rows.length; i++) {
      const pair = kinds(values[rows[i] as number] as number) * known + (of[i] as number)
      let combination = combined.get(pair)
      if (combination === undefined) {
        combination = combined.size
        combined.set(pair, combination)
      }
      of[i] = combination
    }
    known = Math.max(1, combined.size)
  }
  return of
}

/** The kind of a value: values that meet the same conditions are of one kind. */
const kindsBy = (conditions: readonly Condition[]): ((value: number) => number) => {
  const kinds = new Map<string, number>()
  const byValue = new Map<number, number>()
  return (value) => {
    const found = byValue.get(value)
    if (found !== undefined) return found
    const key = conditions.map((condition) => Number(meets(condition, value))).join('')
    const kind = kinds.get(key) ?? kinds.size
    kinds.set(key, kind)
    byValue.set(value, kind)
    return kind
  }
}
