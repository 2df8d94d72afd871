import type { Mailing } from '@echolot/contract/mailings'
import type { House } from '../house.ts'
import type { MailingRow } from '../store/mailings.ts'

/** A mailing as the pages see it, with how far the running step is. */
export const mailingOf = (row: MailingRow, { press }: Pick<House, 'press'>): Mailing => ({
  id: row.mailing,
  study: row.study,
  wave: row.wave,
  kind: row.kind,
  state: row.state,
  letters: row.letters,
  done: press.progressOf(row.mailing) ?? row.done,
  orderedBy: row.ordered_by_name,
  approvedBy: row.approved_by_name,
  orderedOn: row.ordered_on,
  problem: row.problem,
})
