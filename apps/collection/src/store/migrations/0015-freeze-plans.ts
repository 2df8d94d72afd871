import type { Kysely } from 'kysely'

/** The analysis plan that was fixed with a freeze: the text of its file, and its digest. */
export const up = async (db: Kysely<never>) => {
  await db.schema.alterTable('freeze').addColumn('plan', 'text').execute()
  await db.schema.alterTable('freeze').addColumn('plan_digest', 'text').execute()
}
