import { Mailing } from '@echolot/contract/mailings'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { BY_ROLE_FRESH_PROBLEMS, byRoleFresh } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { mailingNotOrdered, secondPersonNeeded } from '../problems.ts'
import { findMailing, type MailingRow, moveMailing } from '../store/mailings.ts'
import { mailingOf } from './mailing-of.ts'
import { makeMailing } from './make-mailing.ts'

/** The second person agrees: codes are drawn now, in the background. */
export const postApproval = endpoint({
  method: 'post',
  path: '/v1/mailings/:id/approval',
  summary: 'Approves a mailing that somebody else ordered; its codes are drawn.',
  access: byRoleFresh('trust.lead'),
  problems: [...BY_ROLE_FRESH_PROBLEMS, notFound, secondPersonNeeded, mailingNotOrdered],
  answer: Mailing,
  run: async ({ params, caller }, house: House): Promise<Mailing> => {
    const { db } = house
    const row = await findMailing(db, params.id)
    if (!row) throw notFound({ what: 'mailing' })
    if (row.ordered_by === caller.id)
      throw secondPersonNeeded({ remedy: 'another trust.lead approves what you ordered' })
    const approved = {
      state: 'drawing' as const,
      approved_by: caller.id,
      approved_by_name: caller.name,
    }
    if (!(await moveMailing(db, row.mailing, { from: 'ordered', ...approved })))
      throw mailingNotOrdered({ state: row.state })
    await writeAudit(house, {
      actor: caller.id,
      act: 'mailing.approved',
      obj: row.mailing,
      n: row.letters,
    })
    const now: MailingRow = { ...row, ...approved }
    return mailingOf(now, house)
  },
  afterwards: async ({ params }, house: House) => {
    house.jobs.start(makeMailing(house, params.id))
  },
})
