import { engineOf, rewritten } from '@echolot/database'
import type { StudyId } from '@echolot/study'
import { type Insertable, type Kysely, sql } from 'kysely'
import type { AnonymisationTable, Tables } from './tables.ts'

export const findAnonymisation = (db: Kysely<Tables>, study: StudyId) =>
  db.selectFrom('anonymisation').selectAll().where('study', '=', study).executeTakeFirst()

export const saveAnonymisation = (db: Kysely<Tables>, row: Insertable<AnonymisationTable>) =>
  db.insertInto('anonymisation').values(row).execute()

/** Writes down what has been deleted so far. */
export const saveDeleted = (db: Kysely<Tables>, study: StudyId, deleted: string) =>
  db.updateTable('anonymisation').set({ deleted }).where('study', '=', study).execute()

type OfStudy =
  | 'credential'
  | 'paused_draft'
  | 'conflict'
  | 'refusal'
  | 'tombstone'
  | 'outbox'
  | 'inbox'

/** Deletes all rows that a table has of a study; gives their number. */
export const deleteOfStudy = async (
  db: Kysely<Tables>,
  table: OfStudy,
  study: StudyId,
): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom(table)
    .where('study', '=', study)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Some responses of a study that still have a pseudonym, whole. */
export const listStillLinked = (db: Kysely<Tables>, study: StudyId, limit: number) =>
  db.selectFrom('response').selectAll().where('study', '=', study).limit(limit).execute()

/** Answers of a study wherever they still stand under a pseudonym, in parts. */
export const streamAnswers = async function* (db: Kysely<Tables>, study: StudyId) {
  for (const table of ['response', 'conflict', 'inbox'] as const) {
    let after = ''
    for (;;) {
      const key = table === 'conflict' ? 'id' : 'psn'
      const rows = await db
        .selectFrom(table)
        .select(['instrument', 'answers', sql<string>`${sql.ref(key)}`.as('key')])
        .where('study', '=', study)
        .where(sql<boolean>`${sql.ref(key)} > ${after}`)
        .orderBy(sql.ref(key))
        .limit(500)
        .execute()
      if (rows.length === 0) break
      yield rows
      after = rows.at(-1)?.key as string
    }
  }
}

/** Events of a study that the vault has not acknowledged: still held, and in batches not wiped. */
export const countUndelivered = async (db: Kysely<Tables>, study: StudyId) => {
  const { held } = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .where('study', '=', study)
    .executeTakeFirstOrThrow()
  const batches = await db
    .selectFrom('batch')
    .select(['done', 'refused', 'withdrawn'])
    .where('study', '=', study)
    .where('payload', 'is not', null)
    .execute()
  const batched = batches.reduce((sum, row) => sum + row.done + row.refused + row.withdrawn, 0)
  return { held, batched }
}

/** Wipes what batches of a study still hold. */
export const wipeBatchesOf = (db: Kysely<Tables>, study: StudyId) =>
  db
    .updateTable('batch')
    .set({ payload: null })
    .where('study', '=', study)
    .where('payload', 'is not', null)
    .execute()

export const countFreezesOf = async (db: Kysely<Tables>, study: StudyId): Promise<number> =>
  (
    await db
      .selectFrom('freeze')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('study', '=', study)
      .executeTakeFirstOrThrow()
  ).n

/** Rows that stay of a wave. */
export const countAnonymous = async (db: Kysely<Tables>, study: StudyId) =>
  db
    .selectFrom('anonymous_response')
    .select(({ fn }) => ['wave', fn.countAll<number>().as('n')])
    .where('study', '=', study)
    .groupBy('wave')
    .execute()

/**
 * Makes unreadable on the disk whatever was deleted; the office stands still meanwhile.
 * @throws RangeError while somebody reads an old state of the file, so that its log cannot be emptied
 */
export const clearDisk = async (db: Kysely<Tables>): Promise<void> => {
  await rewritten(db, [
    'response',
    'conflict',
    'inbox',
    'credential',
    'paused_draft',
    'refusal',
    'tombstone',
    'outbox',
    'batch',
    'open_answer',
    'coding_task',
    'settlement',
    'quote',
  ])
  if (engineOf(db) !== 'sqlite') return
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(TRUNCATE)`.execute(db)
  if (rows[0]?.busy !== 0)
    throw new RangeError('the database is being read; its log could not be emptied: run this again')
}
