import { Mailing, MailingList } from '@echolot/contract/mailings'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import type { StudyId } from '@echolot/study'
import * as z from 'zod'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { findMailing, listMailings } from '../store/mailings.ts'
import { mailingOf } from './mailing-of.ts'

/** All mailings, the newest of a study first. */
export const getMailings = endpoint({
  method: 'get',
  path: '/v1/mailings',
  summary: 'Mailings, the newest first.',
  access: byRole('trust.clerk', 'trust.lead'),
  query: z.object({ study: z.string().optional() }),
  problems: BY_ROLE_PROBLEMS,
  answer: MailingList,
  run: async ({ query }, house: House) => ({
    mailings: (await listMailings(house.db, query.study as StudyId | undefined)).map((row) =>
      mailingOf(row, house),
    ),
  }),
})

/** One mailing and how far it is. */
export const getMailing = endpoint({
  method: 'get',
  path: '/v1/mailings/:id',
  summary: 'One mailing and how far it is.',
  access: byRole('trust.clerk', 'trust.lead'),
  problems: [...BY_ROLE_PROBLEMS, notFound],
  answer: Mailing,
  run: async ({ params }, house: House) => {
    const row = await findMailing(house.db, params.id)
    if (!row) throw notFound({ what: 'mailing' })
    return mailingOf(row, house)
  },
})
