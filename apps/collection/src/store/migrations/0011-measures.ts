import type { Kysely } from 'kysely'

export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('recommendation')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('findings', 'text', (c) => c.notNull())
    .addColumn('texts', 'text', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('made_on', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('made_by_name', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('measure')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('recommendation', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute()
  // Measures are read with their recommendation.
  await db.schema
    .createIndex('measure_by_recommendation')
    .on('measure')
    .column('recommendation')
    .execute()
  await db.schema
    .createTable('measure_event')
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('done_on', 'text', (c) => c.notNull())
    .addColumn('done_by', 'text', (c) => c.notNull())
    .addColumn('done_by_name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('state', 'text')
    .addColumn('why', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('measure_event_pk', ['measure', 'ordinal'])
    .execute()
}
