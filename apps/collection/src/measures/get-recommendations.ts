import { type Recommendation, RecommendationList } from '@echolot/contract/measures'
import { endpoint } from '@echolot/http'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { documentOf, listReportTexts } from '../reports/report-text.ts'
import { READERS, worksOnReports } from '../reports/visible-to.ts'
import type { Staff } from '../staff/login.ts'
import { listReports, type ReportRow } from '../store/reports.ts'
import { readRecommendations } from './read-recommendations.ts'

export const getRecommendations = endpoint({
  method: 'get',
  path: '/v1/recommendations',
  summary: 'What is recommended, what is done about it, and what is overdue.',
  access: byRole(...READERS),
  problems: [signInNeeded, roleMissing, secondFactorNeeded],
  answer: RecommendationList,
  run: async ({ caller }, house: House): Promise<RecommendationList> => {
    const recommendations = [...(await readRecommendations(caller, house))]
    const reports = await listReports(house.db)
    return {
      today: dayOf(house.now()),
      recommendations,
      pages: await pagesUnder(recommendations, { caller, reports }, house),
      waves: newestReleased(reports),
    }
  },
})

/**
 * Headings of the pages that are built on, in the first language of their report; without those of a withdrawn one, which may
 * be why it was withdrawn, for those who only read.
 */
const pagesUnder = async (
  recommendations: readonly Recommendation[],
  { caller, reports }: { readonly caller: Staff; readonly reports: readonly ReportRow[] },
  house: House,
): Promise<RecommendationList['pages']> => {
  const findings = recommendations.flatMap((recommendation) => recommendation.findings)
  const pages: RecommendationList['pages'] = []
  for (const [id, wanted] of Map.groupBy(findings, ({ report }) => report)) {
    const row = reports.find((report) => report.id === id)
    const [text] = await listReportTexts(house, id)
    if (!row || !text) continue
    const isReadable = row.state !== 'withdrawn' || worksOnReports(caller)
    const { sections } = isReadable ? documentOf(text, row, { releasedBy: '' }) : { sections: [] }
    for (const section of new Set(wanted.map((finding) => finding.section)))
      pages.push({
        report: id,
        section,
        title: row.title,
        version: row.version,
        heading: sections.find((page) => page.id === section)?.heading ?? section,
      })
  }
  return pages
}

/** Every wave that has a report, with its newest released one. */
const newestReleased = (reports: readonly ReportRow[]): RecommendationList['waves'] =>
  [...Map.groupBy(reports, ({ study, wave }) => `${study}/${wave}`).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const newest = group
      .filter(({ state }) => state === 'released')
      .toSorted((a, b) => b.version - a.version)[0]
    return [{ study: first.study, wave: first.wave, report: newest?.id ?? null }]
  })
