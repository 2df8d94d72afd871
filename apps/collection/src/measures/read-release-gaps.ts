import type { House } from '../house.ts'
import { documentOf, listReportTexts } from '../reports/report-text.ts'
import { listRecommendations } from '../store/recommendations.ts'
import type { ReportRow } from '../store/reports.ts'
import { type ReleaseGap, releaseGaps } from './release-gaps.ts'

/** What a report still lacks before it may be released, by its first language: that is what families read. */
export const readReleaseGaps = async (
  report: ReportRow,
  { db }: Pick<House, 'db'>,
): Promise<readonly ReleaseGap[]> => {
  const [text] = await listReportTexts({ db }, report.id)
  if (text === undefined) return []
  return releaseGaps(
    report.id,
    documentOf(text, report, { releasedBy: '' }),
    await listRecommendations(db),
  )
}
