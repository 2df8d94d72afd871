import { tombstoneOf } from '@echolot/crypto/pseudonym'
import type { RespondentSession } from '../access/by-respondent.ts'
import type { House } from '../house.ts'
import { alreadyComplete, waveClosed, withdrawn } from '../problems.ts'
import { listAttempts } from '../store/inbox.ts'
import { lockFor } from '../store/locks.ts'
import { findResponse } from '../store/responses.ts'
import { hasTombstone } from '../store/tombstones.ts'
import { findWave } from '../store/waves.ts'

/** @throws withdrawn, already-complete or wave-closed unless this person may still answer */
export const refuseUnlessOpen = async (
  { study, wave, psn }: Pick<RespondentSession, 'study' | 'wave' | 'psn'>,
  { db, keyring }: House,
): Promise<void> => {
  await lockFor(db, psn)
  if (await hasTombstone(db, tombstoneOf((await keyring.ofStudy(study)).tomb, psn)))
    throw withdrawn({})
  const rows = [await findResponse(db, psn), ...(await listAttempts(db, psn))]
  if (rows.some((row) => row && row.completed_in !== null)) throw alreadyComplete({})
  if ((await findWave(db, { study, wave }))?.closed_on !== null) throw waveClosed({})
}
