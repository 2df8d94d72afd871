import { withoutRowid } from '@echolot/database'
import type { Kysely } from 'kysely'

export const up = async (db: Kysely<never>) => {
  await db.schema
    .createTable('staff_mark')
    .addColumn('mark', 'text', (c) => c.notNull().primaryKey())
    .$call(withoutRowid(db))
    .execute()
}
