import { tombstoneOf } from '@echolot/crypto/pseudonym'
import { afterErasure, inTransaction } from '@echolot/database'
import type { Pseudonym } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import { eraseOpenAnswers, OPEN_ANSWER_TABLES } from '../coding/erase-open-answers.ts'
import type { House } from '../house.ts'
import { deleteConflicts } from '../store/conflicts.ts'
import { deleteAttempts } from '../store/inbox.ts'
import { deletePausedDraft } from '../store/paused-drafts.ts'
import { listPseudonyms } from '../store/pseudonyms.ts'
import { deleteResponse } from '../store/responses.ts'
import { listStudies } from '../store/studies.ts'
import { saveTombstone } from '../store/tombstones.ts'
import { readTombstones } from './tombstone-file.ts'

/**
 * Deletes again what was withdrawn after the backup was made, by the list that lies outside all backups. To be done
 * after every restore, before the office opens. Gives the number of persons whose answers had come back.
 * @throws RangeError for a copy older than the anonymisation of a study: nobody knows any more what was withdrawn from it
 */
export const applyTombstones = async (house: House): Promise<number> => {
  await refuseOlderThanAnonymity(house)
  const tombstones = await readTombstones(house.config.dataDirectory)
  const erased = await inTransaction(house.db, async (db) => {
    let count = 0
    for (const study of new Set(tombstones.map((one) => one.study))) {
      const { tomb } = await house.keyring.ofStudy(study)
      const known = new Map(
        tombstones.filter((one) => one.study === study).map((one) => [one.id, one]),
      )
      for (const psn of await listPseudonyms(db, study))
        if (known.has(tombstoneOf(tomb, psn))) {
          await eraseEverywhere(psn, { ...house, db })
          await eraseOpenAnswers({ study, psn }, { ...house, db })
          count += 1
        }
      for (const tombstone of known.values()) await saveTombstone(db, tombstone)
    }
    await writeAudit(
      { ...house, db },
      { actor: 'command', act: 'tombstones.applied', obj: 'all', n: count },
    )
    return count
  })
  await afterErasure(house.db, [
    'inbox',
    'response',
    'conflict',
    'paused_draft',
    ...OPEN_ANSWER_TABLES,
  ])
  return erased
}

const refuseOlderThanAnonymity = async ({ db, keyring }: House) => {
  for (const { study, state } of await listStudies(db)) {
    if (state === 'anonymous' || (await keyring.hasStudy(study))) continue
    throw new RangeError(
      `the keys of ${study} are gone. Either this copy is older than the end of its anonymisation and must be destroyed, or this is another key file`,
    )
  }
}

const eraseEverywhere = async (psn: Pseudonym, { db }: House) => {
  await deleteAttempts(db, [psn])
  await deleteResponse(db, psn)
  await deleteConflicts(db, psn)
  await deletePausedDraft(db, psn)
}
