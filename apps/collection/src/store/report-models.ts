import type { ReportLanguage } from '@echolot/contract/reports'
import type { StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { ReportModelTable, Tables } from './tables.ts'

export const saveReportModels = (
  db: Kysely<Tables>,
  models: readonly Insertable<ReportModelTable>[],
) => db.insertInto('report_model').values(models).execute()

/** The models of a report, German first. */
export const listReportModels = (db: Kysely<Tables>, report: string) =>
  db
    .selectFrom('report_model')
    .selectAll()
    .where('report', '=', report)
    .orderBy('language')
    .execute()

export const findReportModel = (db: Kysely<Tables>, report: string, language: string) =>
  db
    .selectFrom('report_model')
    .selectAll()
    .where('report', '=', report)
    .where('language', '=', language as ReportLanguage)
    .executeTakeFirst()

/** Models of what is not released yet. */
export const listDraftModels = (db: Kysely<Tables>, study: StudyId) =>
  db
    .selectFrom('report_model')
    .innerJoin('report', 'report.id', 'report_model.report')
    .selectAll('report_model')
    .where('study', '=', study)
    .where('state', 'in', ['draft', 'in-comment'])
    .execute()

export const changeReportModel = (
  db: Kysely<Tables>,
  { report, language, json }: ReportModelTable,
) =>
  db
    .updateTable('report_model')
    .set({ json })
    .where('report', '=', report)
    .where('language', '=', language)
    .execute()

/** Which languages each report has. */
export const listReportLanguages = (db: Kysely<Tables>) =>
  db
    .selectFrom('report_model')
    .select(['report', 'language'])
    .orderBy('report')
    .orderBy('language')
    .execute()
