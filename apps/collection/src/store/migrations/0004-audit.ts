import type { Kysely } from 'kysely'

export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'integer', (c) => c.notNull().primaryKey())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('obj', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('params', 'text', (c) => c.notNull())
    .addColumn('prev', 'text', (c) => c.notNull())
    .addColumn('mac', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('used_totp')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    // Milliseconds since 1970: codes live for a minute and a half.
    .addColumn('expires', 'bigint', (c) => c.notNull())
    .execute()
}
