import type { StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { ProofTable, Tables } from './tables.ts'

/** Statements of both offices on a study, the collection's first. */
export const listProofs = (db: Kysely<Tables>, study: StudyId) =>
  db
    .selectFrom('proof')
    .selectAll()
    .where('study', '=', study)
    .orderBy('office')
    .orderBy('stage', 'desc')
    .execute()

export const findProof = (
  db: Kysely<Tables>,
  { study, office, stage }: Pick<ProofTable, 'study' | 'office' | 'stage'>,
) =>
  db
    .selectFrom('proof')
    .selectAll()
    .where('study', '=', study)
    .where('office', '=', office)
    .where('stage', '=', stage)
    .executeTakeFirst()

/** Keeps a statement; it is never changed. */
export const saveProof = (db: Kysely<Tables>, proof: Insertable<ProofTable>) =>
  db.insertInto('proof').values(proof).execute()
