import { withoutRowid } from '@echolot/database'
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<never>) => {
  await db.schema
    .alterTable('study')
    .addColumn('state', 'text', (c) => c.notNull().defaultTo('field'))
    .execute()
  await db.schema.alterTable('study').addColumn('anonymised_on', 'text').execute()
  await sql`
    update study set state = 'closed'
    where exists (select 1 from wave where wave.study = study.study)
      and not exists (select 1 from wave where wave.study = study.study and wave.closed_on is null)
  `.execute(db)
  // No column here can hold a pseudonym, a link, an attempt or a moment.
  await db.schema
    .createTable('anonymous_response')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('stratum', 'text', (c) => c.notNull())
    .addColumn('mode', 'text', (c) => c.notNull())
    .addColumn('instrument', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('shown', 'text', (c) => c.notNull())
    .addColumn('answered', 'integer', (c) => c.notNull())
    .addColumn('applicable', 'integer', (c) => c.notNull())
    .addColumn('disposition', 'text', (c) => c.notNull())
    .addColumn('extent', 'text', (c) => c.notNull())
    .$call(withoutRowid(db))
    .execute()
  await db.schema
    .createTable('final_count')
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('final_count_pk', ['study', 'wave', 'what'])
    .execute()
  await db.schema
    .createTable('anonymisation')
    .addColumn('study', 'text', (c) => c.notNull().primaryKey())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('deleted', 'text', (c) => c.notNull())
    .addColumn('keys', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('proof')
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('kept_on', 'text', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('proof_pk', ['study', 'office', 'stage'])
    .execute()
}
