import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DispositionCode_ } from '@echolot/contract/dispositions'
import { StudyId_, WaveId_ } from '@echolot/contract/scalars'
import { tombstoneOf } from '@echolot/crypto/pseudonym'
import { afterErasure, inTransaction } from '@echolot/database'
import type { Pseudonym } from '@echolot/study'
import * as z from 'zod'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { deleteConflicts } from '../store/conflicts.ts'
import { deleteAttempts } from '../store/inbox.ts'
import { deletePausedDraft } from '../store/paused-drafts.ts'
import { listPseudonyms } from '../store/pseudonyms.ts'
import { deleteResponse } from '../store/responses.ts'
import { saveTombstone } from '../store/tombstones.ts'

const Tombstone = z.strictObject({
  study: StudyId_,
  wave: WaveId_,
  id: z.string(),
  disposition: DispositionCode_.nullable(),
})

/**
 * Deletes again what was withdrawn after the backup was made, by the list that lies outside all backups. To be done
 * after every restore, before the office opens. Gives the number of persons whose answers had come back.
 */
export const applyTombstones = async (house: House): Promise<number> => {
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
  await afterErasure(house.db, ['inbox', 'response', 'conflict', 'paused_draft'])
  return erased
}

const eraseEverywhere = async (psn: Pseudonym, { db }: House) => {
  await deleteAttempts(db, [psn])
  await deleteResponse(db, psn)
  await deleteConflicts(db, psn)
  await deletePausedDraft(db, psn)
}

const readTombstones = async (directory: string) => {
  const text = await readFile(join(directory, 'tombstones.ndjson'), 'utf8').catch((error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => Tombstone.parse(JSON.parse(line)))
}
