import type { Pseudonym } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { ConflictTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** Sets losing attempts aside. */
export const saveConflicts = async (
  db: Kysely<Tables>,
  conflicts: readonly Insertable<ConflictTable>[],
) => {
  if (conflicts.length > 0) await db.insertInto('conflict').values(conflicts).execute()
}

export const deleteConflicts = async (db: Kysely<Tables>, psn: Pseudonym): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('conflict')
    .where('psn', '=', psn)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export const countConflicts = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
): Promise<number> =>
  (
    await db
      .selectFrom('conflict')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('study', '=', study)
      .where('wave', '=', wave)
      .executeTakeFirstOrThrow()
  ).n
