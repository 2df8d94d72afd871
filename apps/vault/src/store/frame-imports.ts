import type { StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { FrameImportTable, Tables } from './tables.ts'

/** Remembers the counts of an imported file; the same file again is remembered once. */
export const saveFrameImport = (db: Kysely<Tables>, row: Insertable<FrameImportTable>) =>
  db
    .insertInto('frame_import')
    .values(row)
    .onConflict((conflict) => conflict.columns(['study', 'digest']).doNothing())
    .execute()

/** Rows left out because another row is the same person: 4.90. */
export const countDuplicates = async (db: Kysely<Tables>, study: StudyId): Promise<number> => {
  const { n } = await db
    .selectFrom('frame_import')
    .select(({ fn }) => fn.sum<number | null>('duplicates').as('n'))
    .where('study', '=', study)
    .executeTakeFirstOrThrow()
  return Number(n ?? 0)
}
