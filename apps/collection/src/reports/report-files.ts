import type { Report } from '@echolot/report'
import { type Output, rendered } from '@echolot/report/render'
import { strToU8, zipSync } from 'fflate'

/** What readers can have: the output it comes from, its name, and which of the output's files it is (`all`: as a ZIP). */
type Kind = { readonly output: Output; readonly name: string; readonly type: string }
const PDF = 'application/pdf'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

export const REPORT_FILES = {
  html: { output: 'html', name: 'report.html', type: 'text/html' },
  pdf: { output: 'pdf', name: 'report.pdf', type: PDF },
  summary: { output: 'summary', name: 'summary.pdf', type: PDF },
  slides: {
    output: 'slides',
    name: 'slides.pptx',
    type: `${OFFICE}.presentationml.presentation`,
  },
  tables: { output: 'xlsx', name: 'tables.xlsx', type: `${OFFICE}.spreadsheetml.sheet` },
  families: { output: 'families', name: 'families.pdf', type: PDF },
  'families-easy': { output: 'families', name: 'families-easy.pdf', type: PDF },
  appendix: { output: 'appendix', name: 'appendix.pdf', type: PDF },
  figures: { output: 'figures', name: 'figures.zip', type: 'application/zip' },
} as const satisfies Readonly<Record<string, Kind>>
export type ReportFileKind = keyof typeof REPORT_FILES

/** One file of a document; several pictures come as one ZIP. Undefined where nobody wrote it, as a sheet for families. */
export const makeReportFile = async (
  document: Report,
  kind: ReportFileKind,
): Promise<string | Uint8Array | undefined> => {
  const { output, name } = REPORT_FILES[kind]
  const files = await rendered(document, output)
  if (!name.endsWith('.zip')) return files.get(name)
  return zipSync(
    Object.fromEntries(
      [...files].map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: new Date(document.released?.on ?? EPOCH) },
  )
}

/** ZIP knows no earlier day. */
const EPOCH = '1980-01-02'
