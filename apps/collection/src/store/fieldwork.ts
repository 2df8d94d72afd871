import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** The page of a wave as it was drawn last. */
export const findFieldwork = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('fieldwork')
    .select(['as_of', 'json'])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .executeTakeFirst()

export const saveFieldwork = (
  db: Kysely<Tables>,
  page: WavePlace & { readonly as_of: string; readonly json: string },
) =>
  db
    .insertInto('fieldwork')
    .values(page)
    .onConflict((conflict) =>
      conflict.columns(['study', 'wave']).doUpdateSet(({ ref }) => ({
        as_of: ref('excluded.as_of'),
        json: ref('excluded.json'),
      })),
    )
    .execute()

/** The page is drawn anew when next asked for. */
export const deleteFieldwork = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db.deleteFrom('fieldwork').where('study', '=', study).where('wave', '=', wave).execute()
