import type { Kysely } from 'kysely'

export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('library_version')
    .addColumn('entry', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('put_on', 'text', (c) => c.notNull())
    .addColumn('put_by', 'text', (c) => c.notNull())
    .addColumn('put_by_name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('library_version_pk', ['entry', 'version'])
    .execute()
}
