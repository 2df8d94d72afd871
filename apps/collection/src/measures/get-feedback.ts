import { Feedback } from '@echolot/contract/measures'
import { ReportLanguage } from '@echolot/contract/reports'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import * as z from 'zod'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { reportWithdrawn, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { readReportPages } from '../reports/read-report.ts'
import { readReportText } from '../reports/report-text.ts'
import { READERS } from '../reports/visible-to.ts'
import { readFeedback } from './read-feedback.ts'

export const getFeedback = endpoint({
  method: 'get',
  path: '/v1/reports/:id/feedback',
  summary: 'What the measures of its wave give to a report and to the sheet for families.',
  access: byRole(...READERS),
  query: z.strictObject({ language: ReportLanguage }),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, reportWithdrawn],
  answer: Feedback,
  run: async ({ caller, params: { id }, query: { language } }, house: House): Promise<Feedback> => {
    const report = await readReportPages({ caller, id }, house)
    return readFeedback(report, await readReportText(house, { id, language }), house)
  },
})
