import { inTransaction } from '@echolot/database'
import { dayOf } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import { closeWave } from '../fieldwork/close-wave.ts'
import type { House } from '../house.ts'
import { thinHistories } from '../instruments/thin-histories.ts'
import { flushWave, settleWave } from '../responses/flush-wave.ts'
import { countHeld } from '../store/events.ts'
import { listPending } from '../store/inbox.ts'
import { listStudies } from '../store/studies.ts'
import type { WaveTable } from '../store/tables.ts'
import { listWaves } from '../store/waves.ts'

/** Events that a daily batch must have; with fewer it waits, but not longer than a week. */
export const LEAST_BATCH = 10
const LONGEST_WAIT_DAYS = 7

/**
 * What is done once a day: waves past their last day end, answers and events leave inbox and outbox, counts of
 * respondents' acts enter the audit chain, the session key changes, sessions that are over go. Done twice it changes nothing more.
 */
export const runDaily = async (house: House): Promise<void> => {
  for (const round of await listWaves(house.db)) await tend(round, house)
  await writeTally(house)
  await thinHistories(house)
  await house.keyring.rotateSession()
  // This process may have read the key file at the moment in which a command destroyed keys in it.
  for (const { study, state } of await listStudies(house.db))
    if (state === 'anonymous') await house.keyring.dropStudy(study)
  await house.staff.tidy()
}

const tend = async (round: WaveTable, house: House) => {
  const { study, wave } = round
  const place = { study, wave }
  const today = dayOf(house.now())
  if (round.opened_on === null) return
  if (round.closed_on === null && today > round.closes_on)
    return void (await closeWave({ place, actor: 'daily' }, house))
  if (round.closed_on !== null) {
    // Requests that were under way at the closing, and withdrawals since.
    if ((await listPending(house.db, place, 'all')).length > 0)
      await settleWave({ place, which: 'all' }, house)
  }
  if (round.flushed_on === today) return
  const held = await countHeld(house.db, place)
  const waited = daysBetween(round.flushed_on ?? round.opened_on, today)
  if (held >= LEAST_BATCH || (held > 0 && waited >= LONGEST_WAIT_DAYS))
    await flushWave(
      { place, which: round.closed_on === null ? 'completed' : 'all', actor: 'daily' },
      house,
    )
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Puts the counts so far into the audit chain; also when the office closes. */
export const writeTally = async (house: House): Promise<void> => {
  const counts = house.tally.empty()
  if (counts.length === 0) return
  await inTransaction(house.db, async (db) => {
    for (const { act, n } of counts)
      await writeAudit({ ...house, db }, { actor: 'respondents', act, obj: 'all', n })
  })
}
