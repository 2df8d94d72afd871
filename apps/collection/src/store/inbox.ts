import type { Pseudonym } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { InboxTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** Keeps the first page of an attempt. */
export const saveAttempt = (db: Kysely<Tables>, attempt: Insertable<InboxTable>) =>
  db.insertInto('inbox').values(attempt).execute()

/** Keeps a later page in the place of the one before. */
export const changeAttempt = (
  db: Kysely<Tables>,
  { psn, attempt }: Pick<InboxTable, 'psn' | 'attempt'>,
  page: Pick<InboxTable, 'language' | 'week' | 'answers' | 'shown' | 'completed_in' | 'counter'>,
) =>
  db.updateTable('inbox').set(page).where('psn', '=', psn).where('attempt', '=', attempt).execute()

/** Takes attempts away; says how many there were. */
export const deleteAttempts = async (
  db: Kysely<Tables>,
  psns: readonly Pseudonym[],
): Promise<number> => {
  if (psns.length === 0) return 0
  const { numDeletedRows } = await db
    .deleteFrom('inbox')
    .where('psn', 'in', psns)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Who has something in the inbox of a wave: only those who have finished, or everybody. */
export const listPending = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
  which: 'completed' | 'all',
): Promise<readonly Pseudonym[]> =>
  (
    await db
      .selectFrom('inbox')
      .select('psn')
      .distinct()
      .where('study', '=', study)
      .where('wave', '=', wave)
      .$if(which === 'completed', (query) => query.where('completed_in', 'is not', null))
      .execute()
  ).map(({ psn }) => psn)

/** The attempts of several pseudonyms, whole. */
export const listAttemptsOf = (db: Kysely<Tables>, psns: readonly Pseudonym[]) =>
  db.selectFrom('inbox').selectAll().where('psn', 'in', psns).execute()
