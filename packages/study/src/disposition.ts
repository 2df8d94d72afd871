/** AAPOR's letters: complete, partial, refusal, non-contact, other, unknown eligibility, not eligible. */
export type DispositionGroup = 'I' | 'P' | 'R' | 'NC' | 'O' | 'UO' | 'NE'

/**
 * Final outcomes of a case in a mail-to-web study of named persons.
 * @see AAPOR Standard Definitions; 2.119 is our own code for a withdrawal after completion.
 */
export const DISPOSITIONS = {
  '1.1': 'I',
  '1.2': 'P',
  '2.11': 'R',
  '2.111': 'R',
  '2.112': 'R',
  '2.113': 'R',
  '2.119': 'R',
  '2.12': 'R',
  '2.20': 'NC',
  '2.27': 'NC',
  '2.31': 'O',
  '2.32': 'O',
  '2.33': 'O',
  '2.34': 'O',
  '3.11': 'UO',
  '3.19': 'UO',
  '3.23': 'UO',
  '3.30': 'UO',
  '3.40': 'UO',
  '4.10': 'NE',
  '4.90': 'NE',
} as const satisfies Record<string, DispositionGroup>
export type DispositionCode = keyof typeof DISPOSITIONS

/** Share of the applicable items from which a response counts as complete. */
export const COMPLETE_FROM = 0.8
/** Share of the applicable items from which a response counts as partial; below it is a break-off. */
export const PARTIAL_FROM = 0.5

/** The outcome of a response by the items answered out of those applicable on its route. */
export const dispositionOf = ({
  answered,
  applicable,
}: {
  answered: number
  applicable: number
}): DispositionCode => {
  if (answered === 0) return '2.112'
  const share = answered / applicable
  if (share >= COMPLETE_FROM) return '1.1'
  return share >= PARTIAL_FROM ? '1.2' : '2.12'
}

/** The one-digit keys of the return desk and the outcome each of them means. */
export const RETURN_REASONS = {
  1: { reason: 'unknown', disposition: '3.30' },
  2: { reason: 'moved', disposition: '3.30' },
  3: { reason: 'insufficient address', disposition: '3.30' },
  4: { reason: 'acceptance refused', disposition: '3.23' },
  5: { reason: 'deceased', disposition: '2.31' },
  6: { reason: 'not collected', disposition: '3.30' },
  7: { reason: 'company or institution', disposition: '3.30' },
  8: { reason: 'returned with new address', disposition: '3.40' },
  9: { reason: 'other', disposition: '3.30' },
} as const satisfies Record<number, { reason: string; disposition: DispositionCode }>
