import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

export type { Migration } from 'kysely/migration'

/** Brings `db` up to the newest migration and says which ones it ran; throws the first one's error. */
export const migrate = async <Tables>(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<readonly string[]> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.map(({ migrationName }) => migrationName)
}
