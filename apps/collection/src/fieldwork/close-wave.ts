import { inTransaction } from '@echolot/database'
import { dayOf } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { type Flushed, flushWave } from '../responses/flush-wave.ts'
import { deleteFieldwork } from '../store/fieldwork.ts'
import { deletePausedDraftsOf } from '../store/paused-drafts.ts'
import { saveStudyState } from '../store/studies.ts'
import { listWaves, markClosed, type WavePlace } from '../store/waves.ts'
import { readWave } from './read-wave.ts'

/**
 * Ends a wave: no code opens its questionnaire any more, paused drafts go, unfinished attempts become responses, and
 * the vault's last batch is made. With its last wave the study is closed. Closing again finishes what was interrupted.
 */
export const closeWave = async (
  { place, actor }: { readonly place: WavePlace; readonly actor: string },
  house: House,
): Promise<Flushed> => {
  await inTransaction(house.db, async (db) => {
    const { closed_on } = await readWave(db, place)
    if (closed_on !== null) return
    await markClosed(db, place, dayOf(house.now()))
    await writeAudit(
      { ...house, db },
      { actor, act: 'wave.closed', obj: `${place.study}/${place.wave}` },
    )
    if ((await listWaves(db, place.study)).some((round) => round.closed_on === null)) return
    await saveStudyState(db, place.study, 'closed')
    await writeAudit({ ...house, db }, { actor, act: 'study.closed', obj: place.study })
  })
  await deletePausedDraftsOf(house.db, place)
  // The end is drawn at once, and only once.
  await deleteFieldwork(house.db, place)
  return flushWave({ place, which: 'all', actor }, house)
}
