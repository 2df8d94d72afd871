import type { Kysely } from 'kysely'

/** Reports released before stay without measures: what these were then nobody wrote down. */
export const up = async (db: Kysely<never>) => {
  await db.schema.alterTable('report').addColumn('tracker', 'text').execute()
}
