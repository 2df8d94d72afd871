import type { StudyState } from '@echolot/contract/proofs'
import type { StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { StudyTable, Tables } from './tables.ts'

export const findStudy = (db: Kysely<Tables>, study: StudyId) =>
  db.selectFrom('study').selectAll().where('study', '=', study).executeTakeFirst()

export const listStudies = (db: Kysely<Tables>) =>
  db.selectFrom('study').selectAll().orderBy('study').execute()

/** Adds a study or renews its file; its salt stays for ever, since codes were made with it. */
export const saveStudy = (db: Kysely<Tables>, study: Insertable<StudyTable>) =>
  db
    .insertInto('study')
    .values(study)
    .onConflict((conflict) =>
      conflict.column('study').doUpdateSet(({ ref }) => ({ file: ref('excluded.file') })),
    )
    .execute()

/** The study has moved on, or back to the field when a wave was added. */
export const saveStudyState = (db: Kysely<Tables>, study: StudyId, state: StudyState) =>
  db.updateTable('study').set({ state }).where('study', '=', study).execute()

/** From `day` on no code is known any more. */
export const markAnonymising = (db: Kysely<Tables>, study: StudyId, day: string) =>
  db
    .updateTable('study')
    .set({ state: 'anonymising', anonymised_on: day })
    .where('study', '=', study)
    .execute()
