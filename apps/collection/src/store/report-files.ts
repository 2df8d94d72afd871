import type { ReportLanguage } from '@echolot/contract/reports'
import type { Insertable, Kysely } from 'kysely'
import type { ReportFileTable, Tables } from './tables.ts'

export const findReportFile = (
  db: Kysely<Tables>,
  { report, language, kind }: Pick<ReportFileTable, 'report' | 'language' | 'kind'>,
) =>
  db
    .selectFrom('report_file')
    .select('content')
    .where('report', '=', report)
    .where('language', '=', language)
    .where('kind', '=', kind)
    .executeTakeFirst()

/** Keeps a file as it was first made. */
export const saveReportFile = (db: Kysely<Tables>, file: Insertable<ReportFileTable>) =>
  db
    .insertInto('report_file')
    .values(file)
    .onConflict((conflict) => conflict.columns(['report', 'language', 'kind']).doNothing())
    .execute()

/** Languages of the files that reports without models came with. */
export const listReportFileLanguages = (
  db: Kysely<Tables>,
  report: string,
): Promise<{ language: ReportLanguage }[]> =>
  db.selectFrom('report_file').select('language').distinct().where('report', '=', report).execute()
