import type { Estimate } from '../result.ts'

/** Numbers by name, nested as deep as needed; lists and tables stay whole. */
export type Tree = {
  readonly [name: string]:
    | number
    | readonly (number | null)[]
    | {
        readonly rows?: readonly string[]
        readonly cols?: readonly string[]
        readonly values: readonly (readonly (number | null)[])[]
      }
    | Tree
    | undefined
}

/** Estimates under the names of the tree, joined by dots; `base` respondents stand behind each. */
export const estimatesOf = (tree: Tree, base: number, path = ''): Record<string, Estimate> =>
  Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]): Record<string, Estimate> => {
      const name = path === '' ? key : `${path}.${key}`
      if (value === undefined) return {}
      if (typeof value === 'number') return { [name]: { kind: 'coefficient', value, base } }
      if (isList(value)) return { [name]: { kind: 'list', values: value, base } }
      if (isTable(value)) return { [name]: { kind: 'matrix', ...value, base } }
      return estimatesOf(value as Tree, base, name)
    }),
  )

type Table = Extract<Estimate, { kind: 'matrix' }>
const isList = (value: Tree[string]): value is readonly (number | null)[] => Array.isArray(value)
const isTable = (value: Tree[string]): value is Pick<Table, 'rows' | 'cols' | 'values'> =>
  typeof value === 'object' &&
  'values' in value &&
  Array.isArray(value.values) &&
  Array.isArray(value.values[0])

/** Values by the names they belong to. */
export const byName = (
  names: readonly string[],
  values: readonly number[],
): Record<string, number> => Object.fromEntries(names.map((name, i) => [name, values[i] as number]))
