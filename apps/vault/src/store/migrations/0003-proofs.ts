import type { Kysely } from 'kysely'

export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('proof')
    .addColumn('study', 'text', (c) => c.notNull())
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('kept_on', 'text', (c) => c.notNull())
    .addColumn('told_on', 'text')
    .addColumn('statement', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('proof_pk', ['study', 'office', 'stage'])
    .execute()
}
