import * as z from 'zod'
import { type Doubled, powersOf } from '../numerics/doubled.ts'
import type { Column, Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { columnIn } from './columns.ts'
import { Code, ColumnName } from './fields.ts'

/**
 * One term of a model: a column (a text column becomes indicators), a factor with its reference, a polynomial, or
 * the product of columns.
 */
export const Term = z.union([
  ColumnName,
  z.strictObject({ factor: ColumnName, reference: Code.optional() }),
  z.strictObject({ variable: ColumnName, degree: z.int().min(1).max(20) }),
  z.strictObject({ product: z.array(ColumnName).min(2) }),
])
export type Term = z.infer<typeof Term>

/** Fields of every model. */
export const modelFields = {
  outcome: ColumnName,
  predictors: z.array(Term).default([]),
  intercept: z.boolean().default(true),
}

/** A model's columns over those respondents who have all of them. */
export type ModelData = {
  /** Rows of the data, in order. */
  readonly rows: readonly number[]
  readonly outcome: Float64Array
  readonly names: readonly string[]
  readonly columns: readonly (Float64Array | Doubled)[]
  /** For each term its name and its columns; without the intercept. */
  readonly terms: readonly { readonly name: string; readonly columns: readonly number[] }[]
  readonly intercept: boolean
}

/** `outcome` may be given as values instead. */
type ModelLine = {
  readonly outcome?: string | undefined
  readonly predictors: readonly Term[]
  readonly intercept: boolean
}

const columnsOfTerm = (term: Term): readonly string[] => {
  if (typeof term === 'string') return [term]
  if ('factor' in term) return [term.factor]
  return 'variable' in term ? [term.variable] : term.product
}

/**
 * Lays out a model. Names of columns are R's: `(Intercept)`, `x`, `groupB`, `I(x^2)`, `a:b`.
 * @throws notDefined if nobody has all values, or a factor has one level only.
 */
export const modelData = (
  line: ModelLine,
  data: Prepared,
  {
    method,
    also = [],
    outcome,
  }: {
    readonly method: string
    readonly also?: readonly string[]
    readonly outcome?: Float64Array
  },
): ModelData => {
  const values = outcome ?? columnIn(data, line.outcome as string).values
  const needed = [
    values,
    ...[...line.predictors.flatMap(columnsOfTerm), ...also].map(
      (name) => columnIn(data, name).values,
    ),
  ]
  const rows: number[] = []
  for (let row = 0; row < data.n; row++)
    if (needed.every((column) => !Number.isNaN(column[row]))) rows.push(row)
  if (rows.length === 0) throw notDefined({ method, reason: 'nobody has all values' })
  const names: string[] = []
  const columns: (Float64Array | Doubled)[] = []
  const add = (name: string, column: Float64Array | Doubled) => {
    names.push(name)
    columns.push(column)
    return columns.length - 1
  }
  if (line.intercept) add('(Intercept)', new Float64Array(rows.length).fill(1))
  const terms = line.predictors.map((term) => ({
    name: columnsOfTerm(term).join(':'),
    columns: termColumns(term, data, { rows, method }).map(({ name, values: column }) =>
      add(name, column),
    ),
  }))
  return { rows, outcome: at(values, rows), names, columns, terms, intercept: line.intercept }
}

/** The values of some rows. */
export const at = (values: ArrayLike<number>, rows: readonly number[]): Float64Array =>
  Float64Array.from(rows, (row) => values[row] as number)

type Named = { readonly name: string; readonly values: Float64Array | Doubled }
type Place = { readonly rows: readonly number[]; readonly method: string }

const termColumns = (term: Term, data: Prepared, place: Place): readonly Named[] => {
  if (typeof term === 'string') return simpleColumns(columnIn(data, term), place)
  if ('factor' in term) return indicators(columnIn(data, term.factor), place, term.reference)
  if ('variable' in term)
    return powersOf(at(columnIn(data, term.variable).values, place.rows), term.degree).map(
      (values, i) => ({
        name: i === 0 ? term.variable : `I(${term.variable}^${i + 1})`,
        values: i === 0 ? values.high : values,
      }),
    )
  return term.product
    .map(
      (name) =>
        simpleColumns(columnIn(data, name), place) as readonly {
          name: string
          values: Float64Array
        }[],
    )
    .reduce((left, right) =>
      right.flatMap((b) =>
        left.map((a) => ({
          name: `${a.name}:${b.name}`,
          values: a.values.map((value, i) => value * (b.values[i] as number)),
        })),
      ),
    )
}

const simpleColumns = (column: Column, place: Place): readonly Named[] =>
  column.levels === undefined
    ? [{ name: column.name, values: at(column.values, place.rows) }]
    : indicators(column, place)

const indicators = (
  column: Column,
  { rows, method }: Place,
  reference?: Code,
): readonly Named[] => {
  const values = at(column.values, rows)
  const found = [...new Set(values)].sort((a, b) => a - b)
  if (found.length < 2)
    throw notDefined({
      method,
      reason: `${column.name} has one level only among those with all values`,
    })
  const base = reference === undefined ? found[0] : codeOf(column, reference)
  if (!found.includes(base as number))
    throw notDefined({ method, reason: `nobody has the reference ${reference} of ${column.name}` })
  return found
    .filter((code) => code !== base)
    .map((code) => ({
      name: `${column.name}${levelOf(column, code)}`,
      values: values.map((value) => Number(value === code)),
    }))
}

/** A text's code, or the code itself; NaN for a text the column does not hold. */
export const codeOf = ({ levels }: Column, code: Code): number => {
  if (typeof code === 'number' && levels === undefined) return code
  const place = levels?.indexOf(String(code)) ?? -1
  if (levels !== undefined) return place < 0 ? Number.NaN : place + 1
  return Number(code)
}

/** The text of a code, or the code. */
export const levelOf = ({ levels }: Column, code: number): string =>
  levels?.[code - 1] ?? String(code)

/** Two codes of an outcome as 1 (the event) and 0; the greater code is the event unless told. */
export const eventOutcome = (
  column: Column,
  event: Code | undefined,
  method: string,
): Float64Array => {
  const found = [...new Set(column.values)]
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b)
  if (event !== undefined) {
    const code = codeOf(column, event)
    if (!found.includes(code))
      throw notDefined({ method, reason: `nobody has ${event} of ${column.name}` })
    return column.values.map((value) => (Number.isNaN(value) ? value : Number(value === code)))
  }
  if (found.length !== 2)
    throw notDefined({
      method,
      reason: `${column.name} has ${found.length} different values instead of two; name one in "event"`,
    })
  return column.values.map((value) => (Number.isNaN(value) ? value : Number(value === found[1])))
}
