import type { Answers } from './columns/column.ts'
import { columnsOf } from './columns/columns-of.ts'
import type { Instrument } from './instrument.ts'
import { wasShown } from './row-of.ts'

/**
 * How many of the applicable items of a response were answered, for its disposition (`dispositionOf`). A matrix
 * counts by rows, a repeated panel by entries, a multiple choice once; −77 and −88 are answers; computed items and
 * words beside an answer do not count.
 * @param shown every item applicable on the route these answers lead to, reached or not: after a break-off that is
 * `shownItems` of packages/routing, not what was on the screen so far
 */
export const answeredShare = (
  instrument: Instrument,
  answers: Answers,
  shown: readonly string[],
): { readonly answered: number; readonly applicable: number } => {
  const names = new Set(shown)
  const answered = new Set<string>()
  const applicable = new Set<string>()
  for (const column of columnsOf(instrument)) {
    if (column.role !== 'answer') continue
    const given = column.read(answers) !== undefined
    if (!wasShown(column, { shown: names, answers, answered: given })) continue
    applicable.add(column.answer)
    if (given) answered.add(column.answer)
  }
  return { answered: answered.size, applicable: applicable.size }
}
