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

/** Some responses of a wave in order of their random ids, from behind the id `after` on; '' stands before the first. */
export const listAnonymousAfter = (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
  { after, most }: { readonly after: string; readonly most: number },
) =>
  db
    .selectFrom('anonymous_response')
    .selectAll()
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()

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
