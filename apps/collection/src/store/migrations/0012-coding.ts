import { withoutRowid } from '@echolot/database'
import type { CreateTableBuilder, Kysely } from 'kysely'

/** The question all this belongs to. */
const question = <Table extends string>(table: CreateTableBuilder<Table, never>) =>
  table
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())

export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('coding')
    .$call(question)
    .addColumn('doubled', 'integer', (c) => c.notNull())
    .addColumn('quote_consent', 'text')
    .addColumn('first_coder', 'text', (c) => c.notNull())
    .addColumn('second_coder', 'text', (c) => c.notNull())
    .addColumn('first_done_on', 'text')
    .addColumn('second_done_on', 'text')
    .addPrimaryKeyConstraint('coding_pk', ['study', 'wave', 'item'])
    .execute()
  // Random keys in a table without row numbers: no order of rows tells whose answers belong together.
  await db.schema
    .createTable('open_answer')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .$call(question)
    .addColumn('origin', 'text', (c) => c.notNull().unique())
    .addColumn('quote', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('words', 'text')
    .addColumn('smoothed', 'text')
    .addColumn('masks', 'text')
    .addColumn('note', 'text')
    .addColumn('first_reader', 'text')
    .addColumn('second_reader', 'text')
    .$call(withoutRowid(db))
    .execute()
  await db.schema
    .createIndex('open_answer_by_question')
    .on('open_answer')
    .columns(['study', 'wave', 'item', 'state'])
    .execute()
  await db.schema
    .createTable('theme_book')
    .$call(question)
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('themes', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('saved_on', 'text', (c) => c.notNull())
    .addColumn('saved_by_name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('theme_book_pk', ['study', 'wave', 'item', 'version'])
    .execute()
  await db.schema
    .createTable('coding_task')
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('coder', 'text', (c) => c.notNull())
    .addColumn('themes', 'text')
    .addColumn('version', 'integer')
    .addPrimaryKeyConstraint('coding_task_pk', ['answer', 'coder'])
    .$call(withoutRowid(db))
    .execute()
  await db.schema
    .createTable('settlement')
    .addColumn('answer', 'text', (c) => c.notNull().primaryKey())
    .addColumn('themes', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('settled_on', 'text', (c) => c.notNull())
    .addColumn('settled_by_name', 'text', (c) => c.notNull())
    .$call(withoutRowid(db))
    .execute()
  await db.schema
    .createTable('quote')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('theme', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('harmless', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('proposed_by', 'text', (c) => c.notNull())
    .addColumn('proposed_by_name', 'text', (c) => c.notNull())
    .addColumn('approvals', 'text', (c) => c.notNull())
    .$call(withoutRowid(db))
    .execute()
}
