import { EditionReceipt, EditionState } from '@echolot/contract/report-editions'
import type { ReportLanguage } from '@echolot/contract/reports'
import type { Edition, Report } from '@echolot/report'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../../server/ask.ts'
import type { Written } from './edition-edits.ts'

const pathOf = (id: string, language: ReportLanguage) => `/v1/reports/${id}/editions/${language}`

/** One language as the server keeps it. */
export type Kept = Written & { readonly revision: number; readonly savedBy: string }

/** The server has checked model and edition when they came in. */
const readKept = async (
  id: string,
  language: ReportLanguage,
  signal?: AbortSignal,
): Promise<Kept> => {
  const state = await ask(
    EditionState,
    pathOf(id, language),
    signal === undefined ? {} : { signal },
  )
  return {
    model: state.model as unknown as Report,
    edition: state.edition as Edition,
    basis: state.basis,
    revision: state.revision,
    savedBy: state.savedBy ?? '',
  }
}

/** All languages of a report, as an editor begins with them; never from memory. */
export const editionsQuery = (id: string, languages: readonly ReportLanguage[]) =>
  queryOptions({
    queryKey: ['report-editions', id, ...languages],
    queryFn: ({ signal }) =>
      Promise.all(languages.map((language) => readKept(id, language, signal))),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const fetchEdition = readKept

/** Saves one language; gives the new revision. */
export const saveEdition = async (
  id: string,
  { model, edition, basis }: Written,
  revision: number,
): Promise<number> => {
  const body = { revision, edition, basis }
  return (await ask(EditionReceipt, pathOf(id, model.language), { method: 'PUT', body })).revision
}
