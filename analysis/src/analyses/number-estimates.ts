import type { Estimate } from '../result.ts'

/** Numbers by name, groups inside groups. */
export type NamedNumbers = { readonly [name: string]: number | readonly number[] | NamedNumbers }

/** Coefficients and lists on one base, the names of groups joined by dots. */
export const estimatesOf = (
  numbers: NamedNumbers,
  base: number,
): Readonly<Record<string, Estimate>> =>
  Object.fromEntries(
    Object.entries(numbers).flatMap(([name, part]): (readonly [string, Estimate])[] => {
      if (typeof part === 'number') return [[name, { kind: 'coefficient', value: part, base }]]
      if (isList(part)) return [[name, { kind: 'list', values: part, base }]]
      return Object.entries(estimatesOf(part, base)).map(([inner, estimate]) => [
        `${name}.${inner}`,
        estimate,
      ])
    }),
  )

const isList = (part: readonly number[] | NamedNumbers): part is readonly number[] =>
  Array.isArray(part)
