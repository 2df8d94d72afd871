import { answered, endpoint, type FileAnswer } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { findReportPage } from '../store/reports.ts'
import { visibleTo } from './visible-to.ts'

/** A report is a picture: it may style itself and show its own figures, and do nothing at all. */
const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"

const READERS = byRole('analyst', 'data_manager', 'lead')
const PROBLEMS = [signInNeeded, roleMissing, secondFactorNeeded, notFound]

const readPage = async (
  { caller, id, page }: { caller: Staff; id: string; page: 'html' | 'pdf' },
  { db }: House,
) => {
  const found = await findReportPage(db, id, page)
  if (!found || (visibleTo(caller) === 'released' && found.released_on === null))
    throw notFound({ what: 'report' })
  return found.content
}

export const getReportHtml = endpoint({
  method: 'get',
  path: '/v1/reports/:id/html',
  summary: 'The report as a page for a frame; without scripts, forms or anything from elsewhere.',
  access: READERS,
  problems: PROBLEMS,
  kind: 'file',
  run: async ({ caller, params: { id } }, house: House) => {
    const content = await readPage({ caller, id, page: 'html' }, house)
    const file: FileAnswer = { name: 'report.html', type: 'text/html', content, shown: 'inline' }
    return answered(file, { headers: { 'content-security-policy': REPORT_POLICY } })
  },
})

export const getReportPdf = endpoint({
  method: 'get',
  path: '/v1/reports/:id/pdf',
  summary: 'The report to keep and print: tagged PDF.',
  access: READERS,
  problems: PROBLEMS,
  kind: 'file',
  run: async ({ caller, params: { id } }, house: House): Promise<FileAnswer> => ({
    name: `report-${id.slice(0, 8)}.pdf`,
    type: 'application/pdf',
    content: Buffer.from(await readPage({ caller, id, page: 'pdf' }, house), 'base64'),
  }),
})
