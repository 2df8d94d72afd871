import { ReportDetails } from '@echolot/contract/reports'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { listReportLog } from '../store/report-log.ts'
import { listReportVersions } from '../store/reports.ts'
import type { ReportLogTable } from '../store/tables.ts'
import { readReport, withdrawnBecause } from './read-report.ts'
import { documentOf, listReportTexts, releasedByOf } from './report-text.ts'
import { readLanguages, summaryOf } from './summary-of.ts'
import { maySee, READERS, worksOnReports } from './visible-to.ts'

export const getReport = endpoint({
  method: 'get',
  path: '/v1/reports/:id',
  summary: 'One version of a report: its state, pages, other versions, and what was said about it.',
  access: byRole(...READERS),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: ReportDetails,
  run: async ({ caller, params: { id } }, house: House): Promise<ReportDetails> => {
    const { db } = house
    const report = await readReport({ caller, id }, house)
    const languages = await readLanguages(db)
    const log = await listReportLog(db, id)
    const isReadable = report.state !== 'withdrawn' || worksOnReports(caller)
    const texts = isReadable ? await listReportTexts(house, id) : []
    return {
      report: summaryOf(report, languages),
      versions: (await listReportVersions(db, report))
        .filter((row) => maySee(caller, row))
        .map((row) => summaryOf(row, languages)),
      pages: texts.map((text) => {
        const document = documentOf(text, report, { releasedBy: releasedByOf(log) })
        return {
          language: text.language,
          sections: document.sections.map(({ id, heading }) => ({ id, heading })),
          families: LEVELS.filter((level) => document.families?.[level] !== undefined),
        }
      }),
      withdrawnBecause: await withdrawnBecause(house, id),
      log: caller.role === 'lead' ? [] : log.map((entry) => entryFor(caller, entry)),
    }
  },
})

const LEVELS = ['plain', 'easy'] as const

const entryFor = (caller: Staff, entry: ReportLogTable): ReportDetails['log'][number] => ({
  ordinal: entry.ordinal,
  act: entry.act,
  on: entry.done_on,
  by: entry.done_by_name,
  role: entry.role,
  own: entry.done_by === caller.id,
  section: entry.section,
  about: entry.about,
  text: entry.words,
})
