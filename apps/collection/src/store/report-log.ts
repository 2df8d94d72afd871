import type { Insertable, Kysely } from 'kysely'
import { lockFor } from './locks.ts'
import type { ReportLogTable, Tables } from './tables.ts'

/** What was said and decided about a report, in order. */
export const listReportLog = (db: Kysely<Tables>, report: string) =>
  db.selectFrom('report_log').selectAll().where('report', '=', report).orderBy('ordinal').execute()

/** Adds to the end of the log. Nothing here changes or deletes an entry. */
export const saveReportLog = async (
  db: Kysely<Tables>,
  entry: Omit<Insertable<ReportLogTable>, 'ordinal'>,
): Promise<void> => {
  await lockFor(db, `report:${entry.report}`)
  const newest = await db
    .selectFrom('report_log')
    .select(({ fn }) => fn.max('ordinal').as('ordinal'))
    .where('report', '=', entry.report)
    .executeTakeFirst()
  await db
    .insertInto('report_log')
    .values({ ...entry, ordinal: (newest?.ordinal ?? 0) + 1 })
    .execute()
}
