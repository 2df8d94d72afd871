import { lostPaths } from '@echolot/exchange/surveyjs'
import type { Pointer } from '@echolot/instrument'
import { SurveyModel } from 'survey-core'
import 'survey-core/survey.i18n'

/** What survey-core makes of a definition when it loads it for design and writes it again. */
export type LibraryKeeps = {
  /** Places it changes, drops or adds: broken on purpose, or written in older words. */
  readonly lost: readonly Pointer[]
  /** What it complains about on loading. */
  readonly jsonErrors: readonly { readonly type: string; readonly message: string }[]
}

export const libraryKeeps = (survey: object): LibraryKeeps => {
  const model = new SurveyModel()
  try {
    model.setDesignMode(true)
    model.fromJSON(structuredClone(survey), { validatePropertyValues: true })
    return {
      lost: lostPaths(onPages(survey), model.toJSON()),
      jsonErrors: (model.jsonErrors ?? []).map(({ type, message }) => ({ type, message })),
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { lost: [''], jsonErrors: [{ type: 'unloadable', message }] }
  } finally {
    model.dispose()
  }
}

/** The library writes a survey without pages as one with a first page; that is no loss. */
const onPages = (survey: object): object => {
  const { elements, ...rest } = survey as { readonly elements?: unknown; readonly pages?: unknown }
  return elements === undefined || rest.pages !== undefined
    ? survey
    : { ...rest, pages: [{ name: 'page1', elements }] }
}
