import type { ReportLanguage, ReportSummary } from '@echolot/contract/reports'
import type { Kysely } from 'kysely'
import { listReportLanguages } from '../store/report-models.ts'
import type { ReportRow } from '../store/reports.ts'
import type { Tables } from '../store/tables.ts'

/** Languages by report id. */
export type LanguagesByReport = ReadonlyMap<string, readonly ReportLanguage[]>

export const readLanguages = async (db: Kysely<Tables>): Promise<LanguagesByReport> => {
  const languages = new Map<string, ReportLanguage[]>()
  for (const { report, language } of await listReportLanguages(db))
    languages.set(report, [...(languages.get(report) ?? []), language])
  return languages
}

/** A report as lists tell it. */
export const summaryOf = (row: ReportRow, languages: LanguagesByReport): ReportSummary => ({
  id: row.id,
  study: row.study,
  wave: row.wave,
  title: row.title,
  version: row.version,
  state: row.state,
  languages: [...(languages.get(row.id) ?? [])],
  madeOn: row.made_on,
  releasedOn: row.released_on,
  withdrawnOn: row.withdrawn_on,
  freezeDigest: row.freeze_digest,
  planDigest: row.plan_digest,
  codeVersion: row.code_version,
  editionDigest: row.edition_digest,
})
