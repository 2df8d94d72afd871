import type { Report } from '@echolot/report'
import { htmlOf } from '@echolot/report/html'
import { pdfOf } from '@echolot/report/pdf'

/** What becomes of a document: its name for those who keep it, and how it is made. */
type Recipe = {
  readonly name: string
  readonly type: string
  readonly make: (report: Report, createdOn: Date) => Promise<Uint8Array> | Promise<string> | string
}

const PDF = 'application/pdf'

/** Everything readers can have of a report, all from the same document. */
export const REPORT_FILES = {
  html: { name: 'report.html', type: 'text/html', make: htmlOf },
  pdf: { name: 'report.pdf', type: PDF, make: pdfOf },
} as const satisfies Readonly<Record<string, Recipe>>
export type ReportFileKind = keyof typeof REPORT_FILES
