import type { ReportLanguage } from '@echolot/contract/reports'
import type { Insertable, Kysely } from 'kysely'
import type { ReportEditionTable, Tables } from './tables.ts'

/** What was written over the models of a report. */
export const listReportEditions = (db: Kysely<Tables>, report: string) =>
  db
    .selectFrom('report_edition')
    .selectAll()
    .where('report', '=', report)
    .orderBy('language')
    .execute()

export const findReportEdition = (db: Kysely<Tables>, report: string, language: string) =>
  db
    .selectFrom('report_edition')
    .selectAll()
    .where('report', '=', report)
    .where('language', '=', language as ReportLanguage)
    .executeTakeFirst()

/** Keeps an edition if `revision` is still the next one, and says whether it was. */
export const saveReportEdition = async (
  db: Kysely<Tables>,
  edition: Insertable<ReportEditionTable>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('report_edition')
    .values(edition)
    .onConflict((conflict) =>
      conflict
        .columns(['report', 'language'])
        .doUpdateSet(({ ref }) => ({
          revision: ref('excluded.revision'),
          json: ref('excluded.json'),
          basis: ref('excluded.basis'),
          saved_on: ref('excluded.saved_on'),
          saved_by: ref('excluded.saved_by'),
          saved_by_name: ref('excluded.saved_by_name'),
        }))
        .where('report_edition.revision', '=', edition.revision - 1),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}
