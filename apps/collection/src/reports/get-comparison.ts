import { ReportComparison, ReportLanguage } from '@echolot/contract/reports'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { comparedTo } from '@echolot/report'
import * as z from 'zod'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { reportWithdrawn, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listReportVersions, type ReportRow } from '../store/reports.ts'
import { readReportPages } from './read-report.ts'
import { documentOf, listReportTexts } from './report-text.ts'
import { maySee, READERS } from './visible-to.ts'

export const getComparison = endpoint({
  method: 'get',
  path: '/v1/reports/:id/comparison',
  summary: 'What is different from the version before, page by page; nothing where there is none.',
  access: byRole(...READERS),
  query: z.strictObject({ language: ReportLanguage }),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, reportWithdrawn],
  answer: ReportComparison,
  run: async ({ caller, params: { id }, query: { language } }, house: House) => {
    const report = await readReportPages({ caller, id }, house)
    const read = async (row: ReportRow) => {
      const text = (await listReportTexts(house, row.id)).find((one) => one.language === language)
      return text && documentOf(text, row, { releasedBy: '' })
    }
    const now = await read(report)
    if (now === undefined) throw notFound({ what: 'language of this report' })
    const earlier = (await listReportVersions(house.db, report)).find(
      (row) => row.version < report.version && row.state !== 'withdrawn' && maySee(caller, row),
    )
    const before = earlier && (await read(earlier))
    return { comparison: before === undefined ? null : comparedTo(before, now) }
  },
})
