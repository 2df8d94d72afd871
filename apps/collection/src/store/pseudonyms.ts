import type { Pseudonym, StudyId } from '@echolot/study'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Everybody of a study of whom any table holds answers. */
export const listPseudonyms = async (
  db: Kysely<Tables>,
  study: StudyId,
): Promise<readonly Pseudonym[]> => {
  const rows = await db
    .selectFrom('response')
    .select('psn')
    .where('study', '=', study)
    .union(db.selectFrom('inbox').select('psn').where('study', '=', study))
    .union(db.selectFrom('conflict').select('psn').where('study', '=', study))
    .union(db.selectFrom('paused_draft').select('psn').where('study', '=', study))
    .execute()
  return rows.map(({ psn }) => psn)
}
