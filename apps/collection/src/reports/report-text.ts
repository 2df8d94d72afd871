import type { ReportLanguage } from '@echolot/contract/reports'
import { notFound } from '@echolot/problem'
import { type Edition, type Report, withEdition } from '@echolot/report'
import type { House } from '../house.ts'
import { listReportEditions } from '../store/report-editions.ts'
import { listReportLog } from '../store/report-log.ts'
import { listReportModels } from '../store/report-models.ts'
import type { ReportRow } from '../store/reports.ts'
import type { ReportLogTable } from '../store/tables.ts'

/** One language of a report as it is kept: what the analysis proposes, and what people wrote over it. */
export type ReportText = {
  readonly language: ReportLanguage
  readonly model: Report
  readonly edition: Edition
}

/** All languages of a report. They were checked when they came in. */
export const listReportTexts = async (
  { db }: Pick<House, 'db'>,
  id: string,
): Promise<readonly ReportText[]> => {
  const editions = await listReportEditions(db, id)
  return (await listReportModels(db, id)).map(({ language, json }) => {
    const edition = editions.find((one) => one.language === language)
    return {
      language,
      model: JSON.parse(json),
      edition: edition ? JSON.parse(edition.json) : { language, sections: {} },
    }
  })
}

/** @throws not-found for a language that was not handed in */
export const readReportText = async (
  house: Pick<House, 'db'>,
  { id, language }: { readonly id: string; readonly language: string },
): Promise<ReportText> => {
  const text = (await listReportTexts(house, id)).find((one) => one.language === language)
  if (!text) throw notFound({ what: 'language of this report' })
  return text
}

/** The document as it stands: edited, counted, and marked as what it is. */
export const documentOf = (
  { model, edition }: Pick<ReportText, 'model' | 'edition'>,
  { version, state, released_on }: Pick<ReportRow, 'version' | 'state' | 'released_on'>,
  { releasedBy, openedBy }: { readonly releasedBy: string; readonly openedBy?: string },
): Report => {
  const edited = { ...withEdition(model, edition), version }
  const marks = edited.marks.filter((mark) => mark !== 'draft')
  return state === 'released' && released_on !== null
    ? { ...edited, marks, released: { by: releasedBy, on: released_on } }
    : { ...edited, marks: [...marks, 'draft'], ...(openedBy !== undefined && { openedBy }) }
}

/** Who stands for a release: those who handed in and released, by name. */
export const releasedByOf = (
  log: readonly Pick<ReportLogTable, 'act' | 'done_by_name'>[],
): string =>
  (['handed-in', 'released'] as const)
    .flatMap((act) => log.findLast((entry) => entry.act === act)?.done_by_name || [])
    .join(', ')

export const readReleasedBy = async ({ db }: Pick<House, 'db'>, id: string): Promise<string> =>
  releasedByOf(await listReportLog(db, id))
