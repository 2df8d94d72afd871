import type { AnalysisPlan } from '../plan/plan.ts'
import type { Column, Prepared } from '../prepare/prepared.ts'
import type { Named } from './about.ts'
import { codesIn, codesOf } from './groups.ts'
import type { Term } from './model-terms.ts'

/** Rows, ascending. */
type Rows = readonly number[]

/** Columns that name units or describe the design: no number is about their values. */
const NO_GROUPS = /^(unit|reason|cluster|design|domain)/
/** Columns of which each value makes a group. */
const GROUPS = /(^by|^factors|\.factor|^row$|^column$|^group)/

/**
 * Fewest respondents that a line sets apart among those it looks at: a value of a group or a factor, a side of a two-valued
 * variable, what a product of such is one for, what one has more than another. A coefficient of such a model is their mean.
 * Infinite where nobody is set apart.
 */
export const smallestIn = (line: AnalysisPlan, named: Named, data: Prepared): number => {
  const used = named.filter(
    ([path, name]) => !NO_GROUPS.test(path) && mayGroup(path, data.columns.get(name)),
  )
  if (used.length === 0) return Number.POSITIVE_INFINITY
  const rows = completeRows(named, data)
  const sets = used.flatMap(([path, name]) => setsOf(path, name, { rows, data }))
  const crossed = [...productsOf(line), ...factorsOf(line)].flatMap((names) =>
    names
      .map((name) => setsOf('by', name, { rows, data }))
      .reduce((left, right) => left.flatMap((a) => right.map((b) => both(a, b)))),
  )
  const all = [...sets, ...crossed]
  const sizes = all.map(({ length }) => length)
  const rests = (all.length > MOST_COMPARED ? [] : all).flatMap((large) =>
    all.map((small) => restOf(large, small)),
  )
  return Math.min(...[...sizes, ...rests].filter((size) => size > 0), Number.POSITIVE_INFINITY)
}

/** More sets than these are not compared with each other. */
const MOST_COMPARED = 40

type Place = { readonly rows: Rows; readonly data: Prepared }

/** Whether its values can be groups; looked at before any respondent is. */
const mayGroup = (path: string, column: Column | undefined) =>
  column !== undefined &&
  (GROUPS.test(path) || column.levels !== undefined || codesOf(column).length === 2)

const completeRows = (named: Named, { columns, n }: Prepared): Rows => {
  const values = [...new Set(named.map(([, name]) => columns.get(name)?.values))]
  const rows: number[] = []
  for (let row = 0; row < n; row++)
    if (values.every((column) => column !== undefined && !Number.isNaN(column[row]))) rows.push(row)
  return rows
}

const setsOf = (path: string, name: string, { rows, data }: Place): readonly Rows[] => {
  const column = data.columns.get(name)
  if (column === undefined) return []
  const own = Float64Array.from(rows, (row) => column.values[row] as number)
  const codes = codesIn(own)
  const isGroup = GROUPS.test(path) || column.levels !== undefined
  if (!isGroup && codes.length !== 2) return []
  return codes.map((code) => rows.filter((_, i) => own[i] === code))
}

const productsOf = (line: AnalysisPlan): readonly (readonly string[])[] =>
  'predictors' in line && Array.isArray(line.predictors)
    ? (line.predictors as readonly Term[]).flatMap((term) =>
        typeof term === 'object' && 'product' in term ? [term.product] : [],
      )
    : []

const factorsOf = (line: AnalysisPlan): readonly (readonly string[])[] =>
  'factors' in line && Array.isArray(line.factors) && typeof line.factors[0] === 'string'
    ? [line.factors as readonly string[]]
    : []

const both = (a: Rows, b: Rows): Rows => {
  const inside = new Set(b)
  return a.filter((row) => inside.has(row))
}

/** How many a set has more than one that lies in it; none if it does not. */
const restOf = (large: Rows, small: Rows): number =>
  small.length > 0 && small.length < large.length && both(small, large).length === small.length
    ? large.length - small.length
    : 0
