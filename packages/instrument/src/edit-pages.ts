import { changedAt, inserted, moved, without } from './changed-at.ts'
import type { Instrument } from './instrument.ts'
import { type JsonObject, listOf } from './json.ts'
import { keepStates } from './translation/keep-states.ts'

/** The instrument with a page put in at `at`, or at the end. A survey without pages gets its elements onto a first one. */
export const addPage = (
  instrument: Instrument,
  { page, at }: { readonly page: JsonObject; readonly at?: number },
): Instrument =>
  keepStates(
    instrument,
    withPages(instrument, (pages) => inserted(pages, page, at)),
  )

/** The instrument without the page at this place, and without what stands on it. */
export const removePage = (instrument: Instrument, place: number): Instrument =>
  keepStates(
    instrument,
    withPages(instrument, (pages) => without(pages, place)),
  )

/** The instrument with one page moved. */
export const movePage = (
  instrument: Instrument,
  { from, to }: { readonly from: number; readonly to: number },
): Instrument => withPages(instrument, (pages) => moved(pages, from, to))

const withPages = (
  instrument: Instrument,
  change: (pages: readonly unknown[]) => readonly unknown[],
): Instrument => {
  const { survey } = instrument
  if (Array.isArray(survey.pages) || survey.elements === undefined)
    return {
      ...instrument,
      survey: changedAt({ pages: [], ...survey }, '/pages', (pages) => change(listOf(pages))),
    }
  const { elements, ...rest } = survey
  return { ...instrument, survey: { ...rest, pages: change([{ name: 'page1', elements }]) } }
}
