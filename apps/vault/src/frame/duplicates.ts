import type { FrameCheck } from '@echolot/contract/frames'
import { folded, yearsAgree } from './match-key.ts'

/** What the finder compares; `matchKey` is alike for all spellings of a person at an address. */
export type Comparable = {
  readonly line: number
  readonly givenName: string
  readonly familyName: string
  readonly birthYear: number | null
  readonly matchKey: string
}
export type Duplicate = FrameCheck['duplicates'][number] & {
  /** Certain ones are taken once, however the clerk decides; the others are proposals. */
  readonly certainty: 'certain' | 'proposed'
}

/** Pairs of rows that may be the same person: each later row with the first row it resembles. */
export const duplicatesAmong = (rows: readonly Comparable[]): readonly Duplicate[] => {
  const seen = new Map<string, Comparable[]>()
  const pairs: Duplicate[] = []
  for (const row of rows) {
    const alike = seen.get(row.matchKey)
    const first = alike?.find((other) => yearsAgree(other.birthYear, row.birthYear))
    if (first) pairs.push(pairOf(row, first))
    if (alike) alike.push(row)
    else seen.set(row.matchKey, [row])
  }
  return pairs
}

const pairOf = (row: Comparable, first: Comparable): Duplicate => {
  const sameOrder = folded(row.familyName) === folded(first.familyName)
  const sameYear = row.birthYear !== null && row.birthYear === first.birthYear
  const reason = reasonOf(sameOrder, sameYear)
  return {
    line: row.line,
    of: first.line,
    reason,
    certainty: sameOrder && sameYear ? 'certain' : 'proposed',
  }
}

const reasonOf = (sameOrder: boolean, sameYear: boolean) => {
  if (!sameOrder) return 'names-swapped'
  return sameYear ? 'same-person' : 'same-name-and-address'
}
