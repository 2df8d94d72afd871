import type { InstrumentId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { InstrumentTable, Tables } from './tables.ts'

export const findInstrument = (db: Kysely<Tables>, id: InstrumentId) =>
  db.selectFrom('instrument').selectAll().where('id', '=', id).executeTakeFirst()

/** Published versions without their content, the oldest first. */
export const listInstruments = (db: Kysely<Tables>) =>
  db
    .selectFrom('instrument')
    .select(['id', 'name', 'version', 'digest', 'published_on'])
    .orderBy('name')
    .orderBy('published_on')
    .orderBy('version')
    .execute()

/** Publishes a version; it is never changed again. */
export const saveInstrument = (db: Kysely<Tables>, instrument: Insertable<InstrumentTable>) =>
  db.insertInto('instrument').values(instrument).execute()
