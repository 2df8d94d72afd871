import { Readable } from 'node:stream'
import { probeWrite } from '@echolot/database'
import { endpoint, type FileAnswer, type Request, type Response } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { BY_ROLE_FRESH_PROBLEMS, byRoleFresh } from '../access/by-role.ts'
import type { Staff } from '../access/login.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { lettersGone, lettersNotReady, lettersUnderWay } from '../problems.ts'
import { countSent, saveContactEvents } from '../store/contact-events.ts'
import { listPersonsOf } from '../store/credentials.ts'
import { findMailing, type MailingRow, moveMailing } from '../store/mailings.ts'
import { untilStored } from '../until-stored.ts'
import { composeLetters, type LetterRun } from './compose-letters.ts'

const ORDER_AGAIN = 'order the mailing again: the lost codes are revoked first, then new ones drawn'

type Downloader = { readonly staff: Staff; readonly response: Response }

const byDownloader = (request: Request, house: House): Downloader => {
  const staff = byRoleFresh('trust.clerk')(request, house)
  if (!request.res) throw new TypeError('a request without its response')
  return { staff, response: request.res }
}

/**
 * All letters as one PDF, made while it is sent, from codes that are nowhere but in memory. Once a whole file has gone out
 * they are forgotten; a download that breaks off may be tried again.
 */
export const postLetters = endpoint({
  method: 'post',
  path: '/v1/mailings/:id/letters',
  summary: 'Downloads the letters, once.',
  access: byDownloader,
  transaction: 'none',
  kind: 'file',
  problems: [...BY_ROLE_FRESH_PROBLEMS, notFound, lettersNotReady, lettersUnderWay, lettersGone],
  run: async ({ params, caller: { staff, response } }, house: House): Promise<FileAnswer> => {
    const { db, press } = house
    const mailing = await findMailing(db, params.id)
    if (!mailing) throw notFound({ what: 'mailing' })
    if (mailing.state === 'downloaded' || mailing.state === 'lost')
      throw lettersGone({
        state: mailing.state,
        remedy:
          mailing.state === 'lost' ? ORDER_AGAIN : 'the letters were downloaded; use that file',
      })
    if (mailing.state !== 'ready') throw lettersNotReady({ state: mailing.state })
    // Letters that cannot be written down as sent do not leave.
    await probeWrite(db)
    const run = press.take(mailing.mailing)
    if (run === 'busy') throw lettersUnderWay({ remedy: 'wait until that download has ended' })
    if (!run) throw lettersGone({ state: 'lost', remedy: ORDER_AGAIN })

    const progress = { whole: false }
    response.once('close', () => {
      if (progress.whole && response.writableFinished)
        house.jobs.start(afterDownload(house, mailing, staff.id))
      else press.giveBack(mailing.mailing)
    })
    return {
      name: `letters-${mailing.study}-${mailing.wave}-${mailing.ordinal}.pdf`,
      type: 'application/pdf',
      content: Readable.from(watched(run, progress), { objectMode: false }),
    }
  },
})

async function* watched(run: LetterRun, progress: { whole: boolean }) {
  yield* composeLetters(run)
  progress.whole = true
}

/** The codes are forgotten first; then it is written down who was written to. */
const afterDownload = async (house: House, row: MailingRow, by: string) => {
  house.press.forget(row.mailing)
  const day = dayOf(house.now())
  const { study, wave, mailing } = row
  const write = async (db: House['db']) => {
    if (!(await moveMailing(db, mailing, { from: 'ready', state: 'downloaded' }))) return
    const sent = await countSent(db, { study, wave })
    await saveContactEvents(
      db,
      (await listPersonsOf(db, mailing)).map((person) => ({
        study,
        wave,
        person,
        mailing,
        kind: 'sent' as const,
        reason: null,
        attempt: (sent.get(person) ?? 0) + 1,
        day,
        actor: by,
      })),
    )
    await writeAudit(
      { ...house, db },
      { actor: by, act: 'letters.downloaded', obj: mailing, n: row.letters },
    )
  }
  await untilStored(house, () => house.db.transaction().execute(write))
}
