import type { StudyId } from '@echolot/study'
import type { Kysely } from 'kysely'
import { waveClosed } from '../problems.ts'
import { findStudy, listStudies } from '../store/studies.ts'
import type { Tables } from '../store/tables.ts'

/**
 * Since when no code of a study is known any more; undefined while one may be. Told before any code is looked at, so that
 * known and unknown codes hear the same. Without `study`: when that is so for all studies.
 */
export const anonymousSince = async (
  db: Kysely<Tables>,
  study: StudyId | undefined,
): Promise<string | undefined> => {
  const asked = study === undefined ? await listStudies(db) : [await findStudy(db, study)]
  const since = asked.map((row) => row?.anonymised_on ?? undefined)
  return since.includes(undefined) ? undefined : since.sort().at(-1)
}

/** @throws wave-closed for a study whose codes are known no more */
export const refuseIfAnonymous = async (
  db: Kysely<Tables>,
  study: StudyId | undefined,
): Promise<void> => {
  if ((await anonymousSince(db, study)) !== undefined) throw waveClosed({})
}
