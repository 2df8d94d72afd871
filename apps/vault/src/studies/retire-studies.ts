import type { StudyFile } from '@echolot/contract/study'
import { dayOf } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { forgetBlocks } from '../restore/apply-blocks.ts'
import {
  afterRetirement,
  deleteCredentials,
  deleteLinks,
  deletePersons,
} from '../store/retirement.ts'
import { listStudies } from '../store/studies.ts'

/**
 * Deletes what has had its time, as study.json says: credentials of a wave when answers can no longer be withdrawn, link
 * secrets and their key after the last such day, names and addresses after `retention.addresses`. Counts and audit stay.
 */
export const retireStudies = async (house: House): Promise<void> => {
  for (const study of await listStudies(house.db)) await retire(house, study)
}

const retire = async (house: House, { study, waves, retention }: StudyFile) => {
  const today = dayOf(house.now())
  const over = waves.filter(({ withdrawUntil }) => today > withdrawUntil)
  const deleted = await house.db.transaction().execute(async (db) => {
    const within = { ...house, db }
    const note = async (act: string, obj: string, n: number) => {
      if (n > 0) await writeAudit(within, { actor: 'job', act, obj, n })
      return n
    }
    let n = 0
    for (const { wave } of over)
      n += await note(
        'credentials.deleted',
        `${study}/${wave}`,
        await deleteCredentials(db, { study, wave }),
      )
    if (over.length === waves.length)
      n += await note('links.deleted', study, await deleteLinks(db, study))
    if (today > retention.addresses)
      n += await note('persons.deleted', study, await deletePersons(db, study))
    return n
  })
  if (over.length === waves.length) await house.keyring.dropStudy(study)
  if (today > retention.addresses) await forgetBlocks(house, study)
  if (deleted > 0) await afterRetirement(house.db)
}
