import { Matrix } from 'ml-matrix'
import type { Coded } from '../columns/coded.ts'
import type { Crew } from '../columns/crew.ts'
import { canJoin, jointCounts } from '../columns/joint-counts.ts'
import { qrOf } from '../numerics/qr.ts'
import { inverseOf } from '../numerics/symmetric.ts'
import type { Column } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import { kendall } from '../statistics/kendall.ts'
import { meanOf, varianceOf } from '../statistics/numbers.ts'
import { pearson } from '../statistics/pearson.ts'
import { ranksOf } from '../statistics/ranks.ts'
import { tableKendall, tablePearson, tableSpearman } from '../statistics/table-moments.ts'
import { tableAt } from './item-tables.ts'

/** Correlations of variables two by two; each throws notDefined if a side is constant. */
export type Pairwise = {
  /** Respondents with all values. */
  readonly complete: number
  /** Respondents with both values, and Pearson's correlation in them. */
  readonly size: (i: number, j: number) => number
  readonly present: (i: number, j: number) => number
  /** In respondents with all values. */
  readonly pearson: (i: number, j: number) => number
  readonly spearman: (i: number, j: number) => number
  readonly kendall: (i: number, j: number) => { readonly tau: number; readonly z: number }
  /** All others held constant; undefined if one is a combination of others. */
  readonly partials: () => Square | undefined
}
type Square = readonly ArrayLike<number>[]

/** From counts where all columns are coded, else from the values. */
export const pairwiseOf = (columns: readonly Column[], crew: Crew): Pairwise => {
  const coded = columns.flatMap((column) => column.coded ?? [])
  return coded.length === columns.length && columns.length > 1 && canJoin(coded)
    ? byCounts(coded, crew)
    : byValues(columns.map(({ values }) => values))
}

const byCounts = (columns: readonly Coded[], crew: Crew): Pairwise => {
  const joint = jointCounts(columns, crew)
  const table = (i: number, j: number, of: 'complete' | 'present' = 'complete') =>
    tableAt(columns, joint, { i, j, of })
  const complete = (i: number, j: number) => defined(tablePearson(table(i, j)))
  return {
    complete: joint.complete,
    size: (i, j) =>
      i === j
        ? (columns[i] as Coded).counts.reduce((sum, count) => sum + count, 0)
        : joint.table(i, j, 'present').reduce((sum, count) => sum + count, 0),
    present: (i, j) => defined(tablePearson(table(i, j, 'present'))),
    pearson: complete,
    spearman: (i, j) => defined(tableSpearman(table(i, j))),
    kendall: (i, j) => {
      const found = tableKendall(table(i, j))
      return { tau: defined(found.tau), z: found.z }
    },
    partials: () => {
      const correlations = Matrix.eye(columns.length)
      for (let i = 0; i < columns.length; i++)
        for (let j = 0; j < i; j++) {
          const r = complete(j, i)
          correlations.set(i, j, r)
          correlations.set(j, i, r)
        }
      const found = inverseOf(correlations)
      return found && partialsFrom(found.inverse.to2DArray())
    },
  }
}

const defined = (value: number): number => {
  if (Number.isNaN(value))
    throw notDefined({ method: 'correlation', reason: 'a variable is constant, or has one value' })
  return value
}

const byValues = (columns: readonly Float64Array[]): Pairwise => {
  const cases = completeCases(columns)
  const both = (i: number, j: number) =>
    completeCases([columns[i], columns[j]] as Float64Array[]) as [Float64Array, Float64Array]
  const ranks = new Map<number, Float64Array>()
  const ranked = (i: number) => {
    const found = ranks.get(i) ?? ranksOf(cases[i] as Float64Array).ranks
    ranks.set(i, found)
    return found
  }
  return {
    complete: cases[0]?.length ?? 0,
    size: (i, j) => both(i, j)[0].length,
    present: (i, j) => pearson(...both(i, j)),
    pearson: (i, j) => pearson(cases[i] as Float64Array, cases[j] as Float64Array),
    spearman: (i, j) => pearson(ranked(i), ranked(j)),
    kendall: (i, j) => kendall(cases[i] as Float64Array, cases[j] as Float64Array),
    partials: () => {
      const qr = qrOf(cases.map(standardized))
      return qr.rank < cases.length ? undefined : partialsFrom(qr.inverse())
    },
  }
}

/** Deviations from the mean, in standard deviations. */
const standardized = (values: Float64Array): Float64Array => {
  const mean = meanOf(values)
  const sd = Math.sqrt(varianceOf(values))
  return values.map((value) => (value - mean) / sd)
}

const partialsFrom = (inverse: Square): Square =>
  inverse.map((row, i) =>
    Array.from(row, (value, j) =>
      i === j ? 1 : -value / Math.sqrt((row[i] as number) * (inverse[j]?.[j] as number)),
    ),
  )
