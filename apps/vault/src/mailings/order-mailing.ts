import type { MailingOrder } from '@echolot/contract/mailings'
import type { StudyFile } from '@echolot/contract/study'
import { notFound, Problem } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { pullEvents } from '../contacts/pull-events.ts'
import { reminderGateOf } from '../contacts/reminder-gate.ts'
import type { House } from '../house.ts'
import { flushEvents } from '../peer/messages.ts'
import { approvalOver, nobodyToWriteTo, reminderBlocked, waveOver } from '../problems.ts'
import { countCasesByStratum, countGross } from '../store/cases.ts'
import { findFeed, type WavePlace } from '../store/feeds.ts'
import { readStudy } from '../store/studies.ts'
import { frameCellsOf, grossWith } from './frame-cells.ts'

export const selectionOf = (kind: MailingOrder['kind']) =>
  kind === 'invitation' ? ('to-invite' as const) : ('to-remind' as const)

/**
 * The study, once letters of this wave may be made today, and how many there would be.
 * @throws not-found, approval-over, wave-over, nobody-to-write-to, cell-too-small
 */
export const readOrderable = async (
  { db, now }: Pick<House, 'db' | 'now'>,
  { study: id, wave, kind }: MailingOrder,
): Promise<{ readonly study: StudyFile; readonly letters: number }> => {
  const study = await readStudy(db, id)
  const round = study.waves.find((one) => one.wave === wave)
  if (!round) throw notFound({ what: 'wave' })
  const today = dayOf(now())
  if (today > study.approval.until)
    throw approvalOver({ until: study.approval.until, remedy: 'renew the approval in study.json' })
  if (today > round.closesOn) throw waveOver({ closesOn: round.closesOn })
  const place = { study: id, wave }
  const wanted = await countCasesByStratum(db, place, selectionOf(kind))
  const letters = [...wanted.values()].reduce((sum, n) => sum + n, 0)
  if (letters === 0)
    throw nobodyToWriteTo({
      remedy:
        kind === 'invitation'
          ? 'import an address file first; who has a letter gets a reminder, not a second invitation'
          : 'everybody who has a letter answered, refused, is blocked or could not be reached',
    })
  const gross = await countGross(db, place)
  frameCellsOf(study, kind === 'invitation' ? grossWith(gross, wanted) : gross)
  return { study, letters }
}

/**
 * Fetches the newest done-tokens and makes sure that nobody is reminded who has answered.
 * @throws reminder-blocked with the reason
 */
export const passReminderGate = async (
  house: House,
  place: WavePlace,
  by: string,
): Promise<void> => {
  const { db, collection, now, log } = house
  try {
    await flushEvents(collection, place)
  } catch (error) {
    // Fewer than three events wait: they stay where they are, and the totals count them.
    if (!(error instanceof Problem) || error.type !== 'peer-refused') throw error
    log.say('flush refused', { reason: String(error.details.reason) })
  }
  await pullEvents(house, place, by)
  const gate = reminderGateOf(await findFeed(db, place), now())
  if (gate !== null)
    throw reminderBlocked({
      gate,
      remedy: 'fetch done-tokens again; if it stays, call the university',
    })
}
