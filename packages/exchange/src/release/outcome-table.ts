import type { DispositionCount } from '@echolot/freeze'
import type { DispositionGroup } from '@echolot/study'
import { groupCounts } from './response-rates.ts'

export type OutcomeRow = {
  readonly group: DispositionGroup
  /** Undefined where the number stays hidden. */
  readonly count: number | undefined
}

const LEAST = 10

/**
 * Cases by AAPOR group. Numbers below ten are hidden; where only one would be, the next smallest is hidden with it, so
 * that the total does not give it away. Complete and partial ones do not serve for that: the response rates tell them.
 */
export const outcomeTable = (dispositions: readonly DispositionCount[]): readonly OutcomeRow[] => {
  const rows = Object.entries(groupCounts(dispositions))
    .filter(([, count]) => count > 0)
    .map(([group, count]) => ({ group: group as DispositionGroup, count }))
  const hidden = new Set(rows.filter(({ count }) => count < LEAST).map(({ group }) => group))
  if (hidden.size === 1) {
    const next = rows
      .filter(({ group }) => !hidden.has(group) && group !== 'I' && group !== 'P')
      .toSorted((a, b) => a.count - b.count)[0]
    if (next !== undefined) hidden.add(next.group)
  }
  return rows.map(({ group, count }) => ({ group, count: hidden.has(group) ? undefined : count }))
}
