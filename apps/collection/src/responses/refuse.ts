import { tombstoneOf } from '@echolot/crypto/pseudonym'
import type { DispositionCode } from '@echolot/study'
import type { RespondentSession } from '../access/by-respondent.ts'
import type { House } from '../house.ts'
import { deleteAttempts, listAttempts } from '../store/inbox.ts'
import { lockFor } from '../store/locks.ts'
import { deletePausedDraft } from '../store/paused-drafts.ts'
import { saveRefusal } from '../store/refusals.ts'
import { findResponse } from '../store/responses.ts'
import { hasTombstone } from '../store/tombstones.ts'
import { findWave } from '../store/waves.ts'
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
  if (await hasTombstone(db, id)) return
  const rows = [await findResponse(db, psn), ...(await listAttempts(db, psn))]
  if (rows.some((row) => row && row.completed_in !== null)) return
  if ((await findWave(db, { study, wave }))?.closed_on !== null) return
  await deleteAttempts(db, [psn])
  await deletePausedDraft(db, psn)
  if (await saveRefusal(db, { id, study, wave, disposition }))
    await postEvent(
      house,
      { study, wave },
      { kind: 'refused', sealed: await sealEvent(house, { token, kind: 'refused' }) },
    )
}
