import type { Kysely } from 'kysely'

export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('thread')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('element', 'text', (c) => c.notNull())
    .addColumn('task', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('resolved_on', 'text')
    .addColumn('resolved_by_name', 'text')
    .execute()
  // All threads of a questionnaire are read at once.
  await db.schema.createIndex('thread_by_name').on('thread').columns(['name', 'state']).execute()
  await db.schema
    .createTable('thread_comment')
    .addColumn('thread', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('said_on', 'text', (c) => c.notNull())
    .addColumn('said_by', 'text', (c) => c.notNull())
    .addColumn('said_by_name', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('thread_comment_pk', ['thread', 'ordinal'])
    .execute()
}
