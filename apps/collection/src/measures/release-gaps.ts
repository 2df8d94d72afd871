import type { ReportLanguage } from '@echolot/contract/reports'
import type { FamiliesSheet, Report } from '@echolot/report'
import type { RecommendationTable } from '../store/tables.ts'
import { contentOf } from './read-recommendations.ts'

/** What a report still lacks before it may be released. */
export type ReleaseGap =
  /** The sheet that goes back to those who answered, in plain or in easy language, or a part of it. */
  | {
      readonly gap: 'families-sheet'
      readonly language: ReportLanguage
      readonly sheet: 'plain' | 'easy'
      readonly part: 'sheet' | 'said' | 'happens' | 'contact'
    }
  /** A recommendation rests on a page that is hidden, gone, or binds no number. */
  | { readonly gap: 'finding'; readonly recommendation: string; readonly section: string }

/**
 * Families read the source language's sheet; the other languages of a report are for its readers.
 * @param document the report in its first language, edited
 * @param recommendations those that rest on this version
 */
export const releaseGaps = (
  id: string,
  document: Report,
  recommendations: readonly RecommendationTable[],
): readonly ReleaseGap[] => [
  ...(['plain', 'easy'] as const).flatMap((sheet) =>
    sheetGaps(document.families?.[sheet]).map(
      (part): ReleaseGap => ({ gap: 'families-sheet', language: document.language, sheet, part }),
    ),
  ),
  ...recommendations.flatMap((row) =>
    contentOf(row)
      .findings.filter(({ report, section }) => report === id && !carries(document, section))
      .map(({ section }): ReleaseGap => ({ gap: 'finding', recommendation: row.id, section })),
  ),
]

const sheetGaps = (sheet: FamiliesSheet | undefined) => {
  if (sheet === undefined) return ['sheet'] as const
  return [
    ...(sheet.said.length === 0 ? (['said'] as const) : []),
    ...(sheet.happens.length + sheet.not.length === 0 ? (['happens'] as const) : []),
    ...(sheet.contact.length === 0 ? (['contact'] as const) : []),
  ]
}

/** Whether the page is there and tells at least one disclosed number. */
const carries = ({ sections }: Report, section: string): boolean =>
  sections.some(({ id, values = {} }) => id === section && Object.keys(values).length > 0)
