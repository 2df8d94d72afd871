import type { Feedback, Recommendation } from '@echolot/contract/measures'
import type { Tracker } from '@echolot/report'
import type { House } from '../house.ts'
import { documentOf, type ReportText } from '../reports/report-text.ts'
import { findReportTracker, listReports, type ReportRow } from '../store/reports.ts'
import { feedbackOf } from './feedback-of.ts'
import { readRecommendations } from './read-recommendations.ts'

/**
 * What the measures of its wave give to a report in one language, as they stand now. Those count that rest on released
 * reports or on this one, so that whoever may read the report may read them.
 */
export const readFeedback = async (
  report: ReportRow,
  text: ReportText,
  house: Pick<House, 'db' | 'now'>,
): Promise<Feedback> => {
  const released = new Set(
    (await listReports(house.db)).flatMap(({ id, released_on }) =>
      released_on === null ? [] : [id],
    ),
  )
  const isTold = ({ study, wave, findings }: Recommendation) =>
    study === report.study &&
    wave === report.wave &&
    findings.every((finding) => finding.report === report.id || released.has(finding.report))
  const { sections } = documentOf(text, report, { releasedBy: '' })
  return feedbackOf(
    // Those who work on reports see all; what this one tells is chosen here.
    (await readRecommendations({ role: 'analyst' }, house)).filter(isTold),
    text.language,
    new Map(sections.map((section) => [section.id, section.short ?? section.heading])),
  )
}

/** Measures as a report prints them, by its language: those of its release, before that those of now. */
export const readTracker = async (
  report: ReportRow,
  text: ReportText,
  house: Pick<House, 'db' | 'now'>,
): Promise<Tracker> => {
  const kept = await findReportTracker(house.db, report.id)
  if (kept !== null) return JSON.parse(kept)[text.language]
  if (report.released_on !== null) return { decisions: [], rows: [] }
  const { decisions, rows } = await readFeedback(report, text, house)
  return { decisions, rows }
}
