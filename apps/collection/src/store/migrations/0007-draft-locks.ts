import type { Kysely } from 'kysely'

export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('draft_lock')
    .addColumn('name', 'text', (c) => c.notNull().primaryKey())
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('holder_name', 'text', (c) => c.notNull())
    .addColumn('editor', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('renewed_at', 'text', (c) => c.notNull())
    .execute()
  // Everything kept so far was saved by hand.
  for (const [column, otherwise] of [
    ['saved_by_name', ''],
    ['saved_at', ''],
    ['kind', 'kept'],
  ] as const)
    await db.schema
      .alterTable('instrument_history')
      .addColumn(column, 'text', (c) => c.notNull().defaultTo(otherwise))
      .execute()
}
