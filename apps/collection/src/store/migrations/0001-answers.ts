import { withoutRowid } from '@echolot/database'
import type { CreateTableBuilder, Kysely } from 'kysely'

/** Columns of an answer row. No time finer than a week, no counter, no reference to a credential. */
const answers = <Table extends string>(table: CreateTableBuilder<Table, never>) =>
  table
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('stratum', 'text', (c) => c.notNull())
    .addColumn('link', 'text', (c) => c.notNull())
    .addColumn('household', 'text')
    .addColumn('mode', 'text', (c) => c.notNull())
    .addColumn('instrument', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('week', 'text', (c) => c.notNull())
    .addColumn('attempt', 'text', (c) => c.notNull())
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('shown', 'text', (c) => c.notNull())
    .addColumn('completed_in', 'text')

/** How far it came. */
const share = <Table extends string>(table: CreateTableBuilder<Table, never>) =>
  table
    .addColumn('answered', 'integer', (c) => c.notNull())
    .addColumn('applicable', 'integer', (c) => c.notNull())
    .addColumn('disposition', 'text', (c) => c.notNull())

export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('inbox')
    .$call(answers)
    .addColumn('psn', 'text', (c) => c.notNull())
    .addColumn('counter', 'integer', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('inbox_pk', ['psn', 'attempt'])
    .$call(withoutRowid(db))
    .execute()
  await db.schema
    .createTable('response')
    .$call(answers)
    .$call(share)
    .addColumn('psn', 'text', (c) => c.notNull().primaryKey())
    .$call(withoutRowid(db))
    .execute()
  await db.schema
    .createTable('conflict')
    .$call(answers)
    .$call(share)
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('psn', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .$call(withoutRowid(db))
    .execute()
  // A withdrawal must find the rows of a pseudonym without reading all of them.
  await db.schema.createIndex('conflict_psn').on('conflict').column('psn').execute()
  await db.schema
    .createTable('refusal')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('disposition', 'text', (c) => c.notNull())
    .$call(withoutRowid(db))
    .execute()
  await db.schema
    .createTable('tombstone')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('disposition', 'text')
    .$call(withoutRowid(db))
    .execute()
  await db.schema
    .createTable('paused_draft')
    .addColumn('psn', 'text', (c) => c.notNull().primaryKey())
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('attempt', 'text', (c) => c.notNull())
    .addColumn('verifier', 'text', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('ciphertext', 'text', (c) => c.notNull())
    .$call(withoutRowid(db))
    .execute()
  await db.schema
    .createTable('withdrawn_case')
    .addColumn('freeze', 'text', (c) => c.notNull())
    .addColumn('export_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('withdrawn_case_pk', ['freeze', 'export_id'])
    .$call(withoutRowid(db))
    .execute()
}
