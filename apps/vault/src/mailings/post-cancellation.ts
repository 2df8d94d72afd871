import { Mailing } from '@echolot/contract/mailings'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { mailingNotOrdered } from '../problems.ts'
import { findMailing, moveMailing } from '../store/mailings.ts'
import { mailingOf } from './mailing-of.ts'

/** Takes back an order that nobody has approved yet; nothing was drawn for it. */
export const postCancellation = endpoint({
  method: 'post',
  path: '/v1/mailings/:id/cancellation',
  summary: 'Takes back a mailing that is ordered and not approved.',
  access: byRole('trust.clerk', 'trust.lead'),
  problems: [...BY_ROLE_PROBLEMS, notFound, mailingNotOrdered],
  answer: Mailing,
  run: async ({ params, caller }, house: House): Promise<Mailing> => {
    const { db } = house
    const row = await findMailing(db, params.id)
    if (!row) throw notFound({ what: 'mailing' })
    const cancelled = { state: 'failed' as const, problem: 'mailing-cancelled' }
    if (!(await moveMailing(db, row.mailing, { from: 'ordered', ...cancelled })))
      throw mailingNotOrdered({ state: row.state })
    await writeAudit(house, { actor: caller.id, act: 'mailing.cancelled', obj: row.mailing })
    return mailingOf({ ...row, ...cancelled }, house)
  },
})
