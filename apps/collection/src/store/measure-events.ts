import type { Insertable, Kysely } from 'kysely'
import type { MeasureEventTable, Tables } from './tables.ts'

/** What happened to all measures, each in order. */
export const listMeasureEvents = (db: Kysely<Tables>) =>
  db.selectFrom('measure_event').selectAll().orderBy('measure').orderBy('ordinal').execute()

/** Adds to the end, within the caller's lock on the measure. Nothing here changes or deletes an entry. */
export const saveMeasureEvent = async (
  db: Kysely<Tables>,
  event: Omit<Insertable<MeasureEventTable>, 'ordinal'>,
): Promise<void> => {
  const newest = await db
    .selectFrom('measure_event')
    .select(({ fn }) => fn.max('ordinal').as('ordinal'))
    .where('measure', '=', event.measure)
    .executeTakeFirst()
  await db
    .insertInto('measure_event')
    .values({ ...event, ordinal: (newest?.ordinal ?? 0) + 1 })
    .execute()
}
