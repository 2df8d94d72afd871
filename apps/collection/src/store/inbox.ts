import type { Pseudonym } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { InboxTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** What must be known of the attempts of `psn` before another page is kept; not what was answered. */
export const listAttempts = (db: Kysely<Tables>, psn: Pseudonym) =>
  db
    .selectFrom('inbox')
    .select(['attempt', 'counter', 'ordinal', 'completed_in'])
    .where('psn', '=', psn)
    .orderBy('ordinal')
    .execute()

/** Keeps one attempt as it is now. */
export const saveAttempt = (db: Kysely<Tables>, attempt: Insertable<InboxTable>) =>
  db
    .insertInto('inbox')
    .values(attempt)
    .onConflict((conflict) =>
      conflict.columns(['psn', 'attempt']).doUpdateSet(({ ref }) => ({
        language: ref('excluded.language'),
        week: ref('excluded.week'),
        answers: ref('excluded.answers'),
        shown: ref('excluded.shown'),
        completed_in: ref('excluded.completed_in'),
        counter: ref('excluded.counter'),
      })),
    )
    .execute()

/** All attempts of `psn`, whole. */
export const readAttempts = (db: Kysely<Tables>, psn: Pseudonym) =>
  db.selectFrom('inbox').selectAll().where('psn', '=', psn).orderBy('ordinal').execute()

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
