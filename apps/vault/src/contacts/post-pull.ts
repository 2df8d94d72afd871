import { PullOrder, PullReceipt } from '@echolot/contract/mailings'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import type { StudyId, WaveId } from '@echolot/study'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { exchangeStaffMarks } from '../peer/exchange-staff-marks.ts'
import {
  eventsUnreadable,
  notPaired,
  peerAnswerInvalid,
  peerChainBroken,
  peerRefused,
  peerUnreachable,
} from '../problems.ts'
import { findFeed } from '../store/feeds.ts'
import { listWrittenWaves } from '../store/mailings.ts'
import { readStudy } from '../store/studies.ts'
import { pullEvents, sendDispositions } from './pull-events.ts'
import { reminderGateOf } from './reminder-gate.ts'

export const PEER_PROBLEMS = [
  notPaired,
  peerUnreachable,
  peerRefused,
  peerAnswerInvalid,
  peerChainBroken,
] as const

/** Pulls the waves of a study to which letters went, and sums up. @throws not-found */
export const pullStudy = async (
  house: House,
  {
    study,
    wave,
    by,
  }: { readonly study: StudyId; readonly wave?: WaveId | undefined; readonly by: string },
): Promise<PullReceipt> => {
  const { db, now } = house
  const { waves } = await readStudy(db, study)
  if (wave !== undefined && !waves.some((one) => one.wave === wave))
    throw notFound({ what: 'wave' })
  const written = (await listWrittenWaves(db, study)).filter(
    (one) => wave === undefined || one === wave,
  )
  const totals = { issued: 0, done: 0, refused: 0, withdrawn: 0, held: 0 }
  let redeemed = 0
  let gate: PullReceipt['reminderGate'] = written.length === 0 ? 'never-pulled' : null
  for (const one of written) {
    const place = { study, wave: one }
    const pulled = await pullEvents(house, place, by)
    await sendDispositions(house, place)
    redeemed += pulled.redeemed
    totals.issued += pulled.totals.issued
    totals.done += pulled.totals.done
    totals.refused += pulled.totals.refused
    totals.withdrawn += pulled.totals.withdrawn
    totals.held += pulled.totals.held
    gate ??= reminderGateOf(await findFeed(db, place), now())
  }
  await exchangeStaffMarks(house)
  return { redeemed, reminderGate: gate, totals }
}

/** Fetches done-tokens now, besides the daily job. */
export const postPull = endpoint({
  method: 'post',
  path: '/v1/events/pull',
  summary: 'Fetches done-tokens from the collection and redeems them.',
  access: byRole('trust.clerk', 'trust.lead'),
  body: PullOrder,
  transaction: 'none',
  problems: [...BY_ROLE_PROBLEMS, notFound, eventsUnreadable, ...PEER_PROBLEMS],
  answer: PullReceipt,
  run: ({ body: { study, wave }, caller }, house: House) =>
    pullStudy(house, { study, wave, by: caller.id }),
})
