import { Mailing, MailingOrder } from '@echolot/contract/mailings'
import { randomId } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { BY_ROLE_FRESH_PROBLEMS, byRoleFresh } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { PEER_PROBLEMS } from '../contacts/post-pull.ts'
import type { House } from '../house.ts'
import { chooseTexts } from '../letters/choose-texts.ts'
import {
  approvalOver,
  cellTooSmall,
  eventsUnreadable,
  letterTextMissing,
  mailingUnderWay,
  nobodyToWriteTo,
  reminderBlocked,
  waveOver,
} from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { findUnderWay, nextOrdinal, saveMailing } from '../store/mailings.ts'
import { readStudy } from '../store/studies.ts'
import { mailingOf } from './mailing-of.ts'
import { passReminderGate, readOrderable } from './order-mailing.ts'

/** Orders letters; nothing is drawn before a second person agrees. */
export const postMailing = endpoint({
  method: 'post',
  path: '/v1/mailings',
  summary: 'Orders a mailing; a second person must approve it.',
  access: byRoleFresh('trust.clerk', 'trust.lead'),
  body: MailingOrder,
  // A reminder asks the collection first, and a transaction must not wait for another house.
  transaction: 'none',
  problems: [
    ...BY_ROLE_FRESH_PROBLEMS,
    notFound,
    approvalOver,
    waveOver,
    nobodyToWriteTo,
    cellTooSmall,
    letterTextMissing,
    mailingUnderWay,
    reminderBlocked,
    eventsUnreadable,
    ...PEER_PROBLEMS,
  ],
  answer: Mailing,
  run: async ({ body, caller }, house: House): Promise<Mailing> => {
    const place = { study: body.study, wave: body.wave }
    await chooseTexts(house.db, await readStudy(house.db, body.study), body.kind)
    if (body.kind === 'reminder') {
      await readOrderable(house, body)
      await passReminderGate(house, place, caller.id)
    }
    const row = await house.db.transaction().execute(async (db) => {
      await lockFor(db, `mailing ${body.study}`)
      const { letters } = await readOrderable({ ...house, db }, body)
      const other = await findUnderWay(db, place)
      if (other)
        throw mailingUnderWay({ ...other, remedy: 'approve it, or download its letters first' })
      const order = {
        mailing: randomId(),
        ...place,
        kind: body.kind,
        state: 'ordered' as const,
        ordinal: await nextOrdinal(db, body.study),
        letters,
        done: 0,
        ordered_by: caller.id,
        ordered_by_name: caller.name,
        approved_by: null,
        approved_by_name: null,
        ordered_on: dayOf(house.now()),
        problem: null,
      }
      await saveMailing(db, order)
      await writeAudit(
        { ...house, db },
        { actor: caller.id, act: 'mailing.ordered', obj: order.mailing, n: letters },
      )
      return order
    })
    return mailingOf(row, house)
  },
})
