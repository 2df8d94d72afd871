import { engineOf } from '@echolot/database'
import { type Insertable, type Kysely, sql } from 'kysely'
import type { AnonymousResponseTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

export const saveAnonymousResponses = async (
  db: Kysely<Tables>,
  rows: readonly Insertable<AnonymousResponseTable>[],
) => {
  if (rows.length > 0) await db.insertInto('anonymous_response').values(rows).execute()
}

/** Random ids of a wave, in their order. */
export const listAnonymousIds = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('anonymous_response')
      .select('id')
      .where('study', '=', study)
      .where('wave', '=', wave)
      .execute()
  )
    .map(({ id }) => id)
    .sort()

export const listAnonymousResponses = (db: Kysely<Tables>, ids: readonly string[]) =>
  db.selectFrom('anonymous_response').selectAll().where('id', 'in', ids).execute()

/**
 * Lays the rows down anew in the order of their random ids, all by one transaction: neither place nor transaction number
 * tells which lay where before. SQLite has them in this order anyway.
 */
export const layAnew = async (db: Kysely<Tables>): Promise<void> => {
  if (engineOf(db) === 'sqlite') return
  await sql`create temporary table laid_anew on commit drop as select * from anonymous_response order by id`.execute(
    db,
  )
  await sql`truncate anonymous_response`.execute(db)
  await sql`insert into anonymous_response select * from laid_anew order by id`.execute(db)
}
