import type { Estimate, Result } from '../result.ts'
import { placeKey } from './blocks.ts'
import type { HideOrder } from './hide.ts'
import type { Policy } from './policy.ts'
import type { SubjectFigure } from './subject-blocks.ts'
import { ownVerdict, type Verdict } from './verdicts.ts'

/** A number of respondents in the results, with the verdict on it alone. */
export type Counted = {
  readonly count: number
  readonly base?: number
  /** Hidden because of other data: the sums of its own table may not give it away. */
  readonly guarded?: boolean
}

/** Respondents under a number, and how many of them it counts. */
export const sizesOf = (
  estimate: Estimate,
): { readonly base?: number; readonly count?: number } => {
  if (estimate.kind === 'count') return { count: estimate.value }
  if (estimate.kind === 'difference') return { base: Math.min(...estimate.bases) }
  if (!('base' in estimate) || !Number.isFinite(estimate.base)) return {}
  return { base: estimate.base, ...(estimate.kind === 'share' ? { count: estimate.count } : {}) }
}

/** The verdict on each number of a result by itself, and whom the numbers are about. */
export const collect = (
  result: Result,
  { policy, further = () => 'shown' }: HideOrder,
  {
    verdicts,
    counted,
    figures,
  }: {
    readonly verdicts: Map<string, Verdict>
    readonly counted: Map<string, Counted>
    readonly figures: SubjectFigure[]
  },
) => {
  for (const [name, estimate] of Object.entries(result.estimates)) {
    const place = placeKey({ analysis: result.id, name })
    const own = ownVerdict(estimate, policy)
    const subject = 'subject' in estimate ? estimate.subject : undefined
    const more =
      own === 'shown' || own === 'width'
        ? further({ place, subject, ...sizesOf(estimate) })
        : 'shown'
    verdicts.set(place, more === 'shown' ? own : more)
    if (estimate.kind === 'share')
      counted.set(place, { count: estimate.count, base: estimate.base })
    if (estimate.kind === 'count') counted.set(place, { count: estimate.value })
    if (subject !== undefined) figures.push({ place, subject, counts: estimate.kind === 'share' })
  }
  for (const [name, table] of Object.entries(result.tables ?? {})) {
    if (table.kind !== 'counts') continue
    const thin = thinLines(table.counts, policy)
    table.counts.forEach((line, row) => {
      line.forEach((count, column) => {
        const place = placeKey({ analysis: result.id, name, row, column })
        const subject = table.subjects?.[row]?.[column]
        const isFew = count > 0 && count < policy.leastCount
        // In a thin line the words say no more of a cell than of its neighbours.
        const own: Verdict = thin(row, column) ? 'base' : isFew ? 'few' : 'shown'
        verdicts.set(place, own === 'shown' ? further({ place, subject, count }) : own)
        counted.set(place, { count, guarded: own === 'shown' && verdicts.get(place) !== 'shown' })
        if (subject !== undefined)
          figures.push({ place, subject, counts: true, inTable: table.margins })
      })
    })
  }
}

/** Lines of a table of two variables under which there are too few: each cell is a share of its line. */
const thinLines = (counts: readonly (readonly number[])[], { leastBase }: Policy) => {
  const isThin = (line: readonly number[]) => {
    const sum = line.reduce((a, b) => a + b, 0)
    return sum > 0 && sum < leastBase
  }
  const isTable = counts.length > 1 && (counts[0]?.length ?? 0) > 1
  const rows = counts.map(isThin)
  const columns = (counts[0] ?? []).map((_, c) => isThin(counts.map((row) => row[c] as number)))
  return (row: number, column: number) =>
    isTable && (rows[row] === true || columns[column] === true)
}
