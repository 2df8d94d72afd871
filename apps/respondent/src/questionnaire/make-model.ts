import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import { prepareModel } from '@echolot/routing/model'
import { Model, type Question, type SurveyModel, settings } from 'survey-core'
import { cleanAllHtml, cleanHtml } from './clean-html.ts'

cleanAllHtml()
/** The page has the only first headline; a question's title is its legend or label, no headline. */
settings.titleTags.question = 'div'
settings.titleTags.panel = 'h2'

/** The running questionnaire of an instrument, without a face. */
export const makeModel = (
  instrument: InstrumentEnvelope,
  context: Readonly<Record<string, unknown>> = {},
): SurveyModel => {
  const model = new Model(instrument.survey)
  model.generateStylesheet = false
  model.showTitle = false
  model.showPageTitles = false
  model.showNavigationButtons = false
  model.showProgressBar = false
  model.showCompletePage = false
  model.showQuestionNumbers = false
  model.focusFirstQuestionAutomatic = false
  model.checkErrorsMode = 'onNextPage'
  model.textUpdateMode = 'onBlur'
  model.widthMode = 'responsive'
  /** Answers outside the choices are missing codes; the server judges them. */
  model.keepIncorrectValues = true
  model.onTextMarkdown.add((_, options) => {
    if (/[<&]/.test(options.text)) options.html = cleanHtml(options.text)
  })
  prepareModel(model, instrument as unknown as Parameters<typeof prepareModel>[1], context)
  for (const question of model.getAllQuestions(false, false, true)) simplify(question)
  model.onQuestionCreated?.add((_, { question }) => simplify(question))
  return model
}

type Simplified = Question & {
  renderAs: string
  displayMode: string
  rateType: string
  allowClear: boolean
  autocomplete: string
  inputType: string
  min: unknown
}

/**
 * What suits an old phone: the system's own drop-down, yes and no as two choices, ratings that stay buttons with their
 * number, no autofill of research answers. The values stay what they are.
 */
const simplify = (question: Question): void => {
  const own = question as Simplified
  switch (question.getType()) {
    case 'dropdown':
      own.renderAs = 'select'
      own.allowClear = false
      break
    case 'rating':
      own.displayMode = 'buttons'
      own.rateType = 'labels'
      break
    case 'boolean':
      own.renderAs = 'radio'
      break
    case 'text':
      own.autocomplete = 'off'
      if (isNumeric(question) && (own.min === undefined || own.min === '')) own.min = 0
      break
  }
}

export const isNumeric = (question: Question): boolean =>
  question.getType() === 'text' && ['number', 'range'].includes((question as Simplified).inputType)
