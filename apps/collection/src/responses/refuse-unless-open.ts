import { tombstoneOf } from '@echolot/crypto/pseudonym'
import type { RespondentSession } from '../access/by-respondent.ts'
import type { House } from '../house.ts'
import { alreadyComplete, waveClosed, withdrawn } from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { readStanding } from '../store/standing.ts'

/** @throws withdrawn, already-complete or wave-closed unless this person may still answer */
export const refuseUnlessOpen = async (
  { study, wave, psn }: Pick<RespondentSession, 'study' | 'wave' | 'psn'>,
  { db, keyring }: House,
): Promise<void> => {
  const tombstone = tombstoneOf((await keyring.ofStudy(study)).tomb, psn)
  await lockFor(db, psn)
  const standing = await readStanding(db, { study, wave, psn, tombstone })
  if (standing.withdrawn) throw withdrawn({})
  if (standing.finished.length > 0) throw alreadyComplete({})
  if (standing.closed) throw waveClosed({})
}
