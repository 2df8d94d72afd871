import type { Insertable, Kysely } from 'kysely'
import type { MeasureTable, Tables } from './tables.ts'

export const listMeasures = (db: Kysely<Tables>) =>
  db.selectFrom('measure').selectAll().orderBy('id').execute()

export const findMeasure = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('measure').selectAll().where('id', '=', id).executeTakeFirst()

export const saveMeasure = (db: Kysely<Tables>, measure: Insertable<MeasureTable>) =>
  db.insertInto('measure').values(measure).execute()

export const changeMeasure = (
  db: Kysely<Tables>,
  id: string,
  change: Partial<Pick<MeasureTable, 'content' | 'owner' | 'state'>>,
) => db.updateTable('measure').set(change).where('id', '=', id).execute()
