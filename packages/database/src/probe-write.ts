import { type Kysely, sql } from 'kysely'

const prepared = new WeakSet<object>()

/** Writes one row and commits it, as a readiness check must: a full or read-only disk still reads. */
export const probeWrite = async <Tables>(db: Kysely<Tables>): Promise<void> => {
  if (!prepared.has(db)) {
    await sql`create table if not exists write_probe (id integer primary key, mark double precision not null)`.execute(
      db,
    )
    prepared.add(db)
  }
  await sql`insert into write_probe (id, mark) values (1, ${Math.random()})
    on conflict (id) do update set mark = excluded.mark`.execute(db)
}
