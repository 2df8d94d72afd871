import type { Codebook, Scale, Variable } from '@echolot/instrument'

/** What an item's answers can be, without missing codes. */
export type Range = { readonly min: number; readonly max: number }

/** The range of a variable from its values or its limits; undefined where neither says it. */
export const rangeOf = ({ values = [], range, missing }: Variable): Range | undefined => {
  const numbers = values
    .map(({ value }) => value)
    .filter((value): value is number => typeof value === 'number' && !missing.includes(value))
  if (numbers.length > 0) return { min: Math.min(...numbers), max: Math.max(...numbers) }
  return range?.min === undefined || range.max === undefined
    ? undefined
    : { min: range.min, max: range.max }
}

/** Something about a scale that wants a look. */
export type ScaleDoubt =
  | { readonly is: 'shared'; readonly item: string; readonly scales: readonly string[] }
  | { readonly is: 'other-range'; readonly item: string; readonly range: Range }
  | { readonly is: 'unknown'; readonly item: string }
  | { readonly is: 'few' | 'all-reversed' | 'min-valid' }

/** Items in two scales, other ranges, unknown items, and rules that no answers meet. */
export const scaleDoubts = (
  scale: Scale,
  { scales, variables }: Pick<Codebook, 'scales' | 'variables'>,
): readonly ScaleDoubt[] => {
  const known = new Map(variables.map((variable) => [variable.name, variable]))
  const ofItems = scale.items.flatMap((item): readonly ScaleDoubt[] => {
    const variable = known.get(item)
    if (variable === undefined) return [{ is: 'unknown', item }]
    const range = rangeOf(variable)
    const others = scales.filter((other) => other !== scale && other.items.includes(item))
    return [
      ...(others.length === 0
        ? []
        : [{ is: 'shared' as const, item, scales: others.map(({ name }) => name) }]),
      ...(range === undefined || (range.min === scale.min && range.max === scale.max)
        ? []
        : [{ is: 'other-range' as const, item, range }]),
    ]
  })
  return [
    ...ofItems,
    ...(scale.items.length === 1 || scale.items.length === 2 ? [{ is: 'few' as const }] : []),
    ...(scale.items.length > 0 && scale.reversed.length === scale.items.length
      ? [{ is: 'all-reversed' as const }]
      : []),
    ...(scale.minValid > scale.items.length && scale.items.length > 0
      ? [{ is: 'min-valid' as const }]
      : []),
  ]
}

/** The range that all items of a scale share; undefined where they differ or say none. */
export const sharedRange = (
  { items }: Pick<Scale, 'items'>,
  variables: readonly Variable[],
): Range | undefined => {
  const known = new Map(variables.map((variable) => [variable.name, variable]))
  const ranges = items.map((item) => {
    const variable = known.get(item)
    return variable === undefined ? undefined : rangeOf(variable)
  })
  const [first] = ranges
  return first !== undefined &&
    ranges.every((range) => range?.min === first.min && range.max === first.max)
    ? first
    : undefined
}
