import { tombstoneOf } from '@echolot/crypto/pseudonym'
import type { DispositionCode } from '@echolot/study'
import type { RespondentSession } from '../access/by-respondent.ts'
import type { House } from '../house.ts'
import { deleteAttempts } from '../store/inbox.ts'
import { lockFor } from '../store/locks.ts'
import { deletePausedDraft } from '../store/paused-drafts.ts'
import { saveRefusal } from '../store/refusals.ts'
import { readStanding } from '../store/standing.ts'
import { postEvent, sealEvent } from './seal-event.ts'

/**
 * Someone does not want to take part: unfinished answers go, no letter follows. Changes nothing for those who have
 * finished (they withdraw instead), have withdrawn, or come after the end; nobody is told which.
 */
export const refuse = async (
  {
    session: { study, wave, psn, token },
    disposition,
  }: {
    readonly session: Pick<RespondentSession, 'study' | 'wave' | 'psn' | 'token'>
    readonly disposition: DispositionCode
  },
  house: House,
): Promise<void> => {
  const { db } = house
  const id = tombstoneOf((await house.keyring.ofStudy(study)).tomb, psn)
  await lockFor(db, psn)
  const { withdrawn, closed, finished } = await readStanding(db, {
    study,
    wave,
    psn,
    tombstone: id,
  })
  if (withdrawn || closed || finished.length > 0) return
  await deleteAttempts(db, [psn])
  await deletePausedDraft(db, psn)
  if (await saveRefusal(db, { id, study, wave, disposition }))
    await postEvent(
      house,
      { study, wave },
      { kind: 'refused', sealed: await sealEvent(house, { token, kind: 'refused' }) },
    )
}
