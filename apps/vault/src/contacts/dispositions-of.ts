import type { DispositionCounts } from '@echolot/contract/dispositions'
import { type DispositionCode, RETURN_REASONS } from '@echolot/study'

/** What is known here of a case that neither answered nor refused at the collection. */
export type ContactHistory = {
  readonly blocked: 'blocked' | 'open'
  readonly events: readonly {
    readonly kind: string
    readonly reason: number | null
    readonly attempt: number
  }[]
}

/**
 * The outcome of a case as the post and the telephone tell it, or undefined while it is open: deceased, then blocked
 * (an explicit refusal), then returned unless a later letter is out. "Nothing ever heard" (3.19) is not told from here: only the
 * collection knows who opened the questionnaire and broke off.
 */
export const dispositionOfContacts = ({
  blocked,
  events,
}: ContactHistory): DispositionCode | undefined => {
  const sent = Math.max(0, ...events.filter(({ kind }) => kind === 'sent').map((e) => e.attempt))
  const returned = events.findLast(({ kind, attempt }) => kind === 'returned' && attempt >= sent)
  const code =
    returned && RETURN_REASONS[returned.reason as keyof typeof RETURN_REASONS].disposition
  if (code === '2.31') return code
  return blocked === 'blocked' ? '2.11' : code
}

/** The cases and the duplicates left out of the frame (4.90), counted by code. */
export const countDispositions = (
  histories: readonly ContactHistory[],
  duplicates: number,
): DispositionCounts => {
  const counts = new Map<DispositionCode, number>()
  for (const history of histories) {
    const code = dispositionOfContacts(history)
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  if (duplicates > 0) counts.set('4.90', duplicates)
  return {
    items: [...counts]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true })),
  }
}
