import type { ReportLanguage } from '@echolot/contract/reports'
import { answered, endpoint, type FileAnswer } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { withTracker } from '@echolot/report'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { readTracker } from '../measures/read-feedback.ts'
import {
  reportNotSet,
  reportWithdrawn,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
} from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { findReportFile, saveReportFile } from '../store/report-files.ts'
import type { ReportRow } from '../store/reports.ts'
import { readReportPages } from './read-report.ts'
import { renderReport } from './render-report.ts'
import { REPORT_FILES, type ReportFileKind } from './report-files.ts'
import { documentOf, readReleasedBy, readReportText } from './report-text.ts'
import { READERS } from './visible-to.ts'

/** A report is a picture: it may style itself and show its own figures, and do nothing at all. */
const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"

export const getReportFile = endpoint({
  method: 'get',
  path: '/v1/reports/:id/files/:language/:kind',
  summary: `A file of the report: ${Object.keys(REPORT_FILES).join(', ')}; drafts say whose copy it is.`,
  access: byRole(...READERS),
  problems: [
    signInNeeded,
    roleMissing,
    secondFactorNeeded,
    notFound,
    reportWithdrawn,
    reportNotSet,
  ],
  kind: 'file',
  run: async ({ caller, params: { id, language, kind } }, house: House) => {
    const report = await readReportPages({ caller, id }, house)
    if (!isKind(kind)) throw notFound({ what: 'file of this report' })
    const { name, type } = REPORT_FILES[kind]
    const wanted = { report, language: language as ReportLanguage, kind, caller }
    const content = await (report.state === 'released' ? readKept : readDrawn)(wanted, house)
    const file: FileAnswer = {
      name: `${language}-${report.version}-${name}`,
      type,
      content: typeof content === 'string' ? content : Buffer.from(content),
      shown: kind === 'html' ? 'inline' : 'attachment',
    }
    return kind === 'html'
      ? answered(file, { headers: { 'content-security-policy': REPORT_POLICY } })
      : file
  },
})

type Wanted = {
  readonly report: ReportRow
  readonly language: ReportLanguage
  readonly kind: ReportFileKind
  readonly caller: Staff
}

const isKind = (kind: string): kind is ReportFileKind => Object.hasOwn(REPORT_FILES, kind)

/** What was released stays as it was first made, whatever later programs would make of it. */
const readKept = async (wanted: Wanted, house: House) => {
  const { report, language, kind } = wanted
  const key = { report: report.id, language, kind }
  const kept = await findReportFile(house.db, key)
  if (kept) return kind === 'html' ? kept.content : Buffer.from(kept.content, 'base64')
  const content = await readDrawn(wanted, house)
  await saveReportFile(house.db, {
    ...key,
    content: typeof content === 'string' ? content : Buffer.from(content).toString('base64'),
  })
  return content
}

const readDrawn = async ({ report, language, kind, caller }: Wanted, house: House) => {
  const text = await readReportText(house, { id: report.id, language })
  const releasedBy = await readReleasedBy(house, report.id)
  const model = withTracker(text.model, await readTracker(report, text, house))
  const document = documentOf({ ...text, model }, report, { releasedBy, openedBy: caller.name })
  const content = await renderReport({ document, kind })
  if (content === undefined) throw notFound({ what: 'file of this report' })
  return content
}
