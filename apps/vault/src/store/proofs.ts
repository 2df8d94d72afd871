import type { StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { ProofTable, Tables } from './tables.ts'

/** Statements of both offices on a study, the collection's first, our own in the order they were made. */
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

/** The collection has acknowledged these statements of ours. */
export const markTold = (
  db: Kysely<Tables>,
  { study, statements, day }: { study: StudyId; statements: readonly string[]; day: string },
) =>
  db
    .updateTable('proof')
    .set({ told_on: day })
    .where('study', '=', study)
    .where('office', '=', 'vault')
    .where('statement', 'in', statements)
    .where('told_on', 'is', null)
    .execute()

/** Acts of deleting on a study and its waves, as the audit chain has them. */
export const listDeletions = (db: Kysely<Tables>, study: StudyId) =>
  db
    .selectFrom('audit')
    .select(['act', 'n', 'params'])
    .where((where) => where.or([where('obj', '=', study), where('obj', 'like', `${study}/%`)]))
    .where('act', 'in', [
      'credentials.deleted',
      'links.deleted',
      'persons.deleted',
      'keys.destroyed',
    ])
    .orderBy('seq')
    .execute()

/** Digests of what belongs to the acts on a study. */
export const listAnchors = async (
  db: Kysely<Tables>,
  study: StudyId,
): Promise<ReadonlySet<string>> =>
  new Set(
    (await db.selectFrom('audit').select('params').where('obj', '=', study).execute()).map(
      ({ params }) => params,
    ),
  )
