import type { Kysely } from 'kysely'

/** Counts of themes as they were last given out. */
export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('told_counts')
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('wave', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('counts', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('told_counts_pk', ['study', 'wave', 'item'])
    .execute()
}
