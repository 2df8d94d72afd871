import type { Coded } from '../columns/coded.ts'
import type { Crew } from '../columns/crew.ts'
import { distributionFrom, distributionOf } from '../columns/distribution.ts'
import { canJoin, type JointCounts, jointCounts } from '../columns/joint-counts.ts'
import { scaleSums } from '../columns/scale-sums.ts'
import { twoCounts } from '../columns/two-counts.ts'
import type { Column } from '../prepare/prepared.ts'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import { summaryBy } from '../statistics/distribution-moments.ts'
import { type ItemMoments, itemMoments } from '../statistics/item-moments.ts'
import { sumOf } from '../statistics/numbers.ts'
import {
  marginsOf,
  type Together,
  tableMoments,
  tablePearson,
} from '../statistics/table-moments.ts'

/** Moments of the items of a scale: of complete respondents, and of all answers pair by pair. */
export const momentsOf = (
  columns: readonly Column[],
  crew: Crew,
): { readonly complete: ItemMoments; readonly present: ItemMoments } => {
  const items = columns.flatMap(({ coded }) => coded ?? [])
  if (items.length === columns.length && items.length > 1 && canJoin(items)) {
    const sums = scaleSums(items, crew)
    if (sums !== undefined) {
      const score = sums.column((sum, answers) => (answers > 0 ? sum / answers : Number.NaN))
      const joint = jointCounts(items, crew)
      return {
        complete: completeMoments(items, joint),
        present: presentMoments(items, { joint, score, crew }),
      }
    }
  }
  const values = columns.map((column) => column.values)
  return { complete: itemMoments(completeCases(values)), present: itemMoments(values) }
}

const completeMoments = (items: readonly Coded[], joint: JointCounts): ItemMoments => {
  const k = items.length
  const summaries = items.map((item, i) => {
    const other = i === 0 ? 1 : 0
    const [margin] = marginsOf(tableAt(items, joint, { i, j: other, of: 'complete' }))
    return summaryBy(distributionFrom(item.steps, margin))
  })
  const covariances = items.map((_, i) =>
    items.map((__, j) =>
      i === j
        ? (summaries[i]?.variance as number)
        : i < j
          ? tableMoments(tableAt(items, joint, { i, j, of: 'complete' })).covariance
          : Number.NaN,
    ),
  )
  const covariance = (i: number, j: number) =>
    (i <= j ? covariances[i]?.[j] : covariances[j]?.[i]) as number
  const places = items.map((_, i) => i)
  const withTotal = places.map((i) => sumOf(places.map((j) => covariance(i, j))))
  const total = sumOf(withTotal)
  return {
    n: joint.complete,
    items: summaries,
    covariance,
    // The mean of all items is their total, k times smaller.
    score: { mean: sumOf(summaries.map(({ mean }) => mean)) / k, variance: total / (k * k) },
    withScore: (i) => (withTotal[i] as number) / Math.sqrt(covariance(i, i) * total),
  }
}

const presentMoments = (
  items: readonly Coded[],
  {
    joint,
    score,
    crew,
  }: { readonly joint: JointCounts; readonly score: Coded; readonly crew: Crew },
): ItemMoments => ({
  n: score.n,
  items: items.map((item) => summaryBy(distributionOf(item))),
  covariance: (i, j) => tableMoments(tableAt(items, joint, { i, j, of: 'present' })).covariance,
  score: summaryBy(distributionOf(score)),
  withScore: (i) => {
    const item = items[i] as Coded
    return tablePearson({ x: item.steps, y: score.steps, counts: twoCounts(item, score, crew) })
  },
})

/** The table of two columns with the values that stand before its rows and columns. */
export const tableAt = (
  columns: readonly Coded[],
  joint: JointCounts,
  { i, j, of }: { readonly i: number; readonly j: number; readonly of: 'complete' | 'present' },
): Together => ({
  x: columns[i]?.steps ?? [],
  y: columns[j]?.steps ?? [],
  counts: joint.table(i, j, of),
})
