import type { Report } from '@echolot/report'
import type { StudyId } from '@echolot/study'
import type { House } from '../house.ts'
import { changeReportModel, listDraftModels } from '../store/report-models.ts'

/** Takes quotes out of every report of a study that is not released yet; a released one stands as its readers have it. */
export const dropQuotesFromDrafts = async (
  { study, words }: { readonly study: StudyId; readonly words: readonly string[] },
  { db }: Pick<House, 'db'>,
): Promise<void> => {
  if (words.length === 0) return
  for (const model of await listDraftModels(db, study)) {
    const json = JSON.stringify(withoutQuotes(JSON.parse(model.json), new Set(words)))
    if (json !== model.json) await changeReportModel(db, { ...model, json })
  }
}

/** The theme stays, as its count does. */
const withoutQuotes = (report: Report, gone: ReadonlySet<string>): Report => ({
  ...report,
  sections: report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'quotes'
        ? {
            ...block,
            themes: block.themes.map((theme) => ({
              ...theme,
              quotes: theme.quotes.filter((quote) => !gone.has(quote)),
            })),
          }
        : block,
    ),
  })),
})
