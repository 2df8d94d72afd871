import { type Finding, FindingList, ReportLanguage } from '@echolot/contract/reports'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import type { Report } from '@echolot/report'
import * as z from 'zod'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { reportWithdrawn, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { readReportPages } from './read-report.ts'
import { documentOf, readReleasedBy, readReportText } from './report-text.ts'
import { READERS } from './visible-to.ts'

export const getFindings = endpoint({
  method: 'get',
  path: '/v1/reports/:id/findings',
  summary: 'What a report found, page by page: what recommendations and measures build on.',
  access: byRole(...READERS),
  query: z.strictObject({ language: ReportLanguage }),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, reportWithdrawn],
  answer: FindingList,
  run: async ({ caller, params: { id }, query: { language } }, house: House) => {
    const report = await readReportPages({ caller, id }, house)
    const text = await readReportText(house, { id, language })
    const releasedBy = await readReleasedBy(house, id)
    return {
      title: report.title,
      version: report.version,
      state: report.state,
      findings: findingsOf(id, documentOf(text, report, { releasedBy })),
    }
  },
})

/** Every page that has a name as a finding. */
export const findingsOf = (report: string, document: Report): Finding[] =>
  document.sections.flatMap(({ id, short, heading, strength, blocks }) => {
    if (short === undefined) return []
    const lines = blocks.find((block) => block.kind === 'lines')
    return [
      {
        report,
        section: id,
        name: short,
        heading,
        strength: strength ?? null,
        recommendation: lines?.recommendation ?? null,
      },
    ]
  })
