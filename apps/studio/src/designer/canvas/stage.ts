import type { SurveyJson } from '@echolot/instrument'
import {
  JsonObject,
  LocalizableString,
  Model,
  Question,
  Serializer,
  type SurveyModel,
} from 'survey-core'
import type { Json } from '../edits/outline.ts'
import { cleanHtml } from '../preview/clean-html.ts'

/** Name under which the canvas draws texts that can be written in place. */
export const CANVAS_TEXT = 'canvas-text'

/** Left out of the stage: questions are made one by one, and nothing runs while a questionnaire is written. */
const NOT_STAGED = new Set(['pages', 'elements', 'questions', 'triggers', 'calculatedValues'])

/** The survey's own settings (required mark, where titles stand, sizes), in design mode and in one language. */
export const makeStage = (survey: SurveyJson, language: string): SurveyModel => {
  const model = new Model()
  model.setDesignMode(true)
  /** The page's policy allows no style made at run time; the file that the canvas imports holds all of it. */
  model.generateStylesheet = false
  model.fromJSON(
    Object.fromEntries(Object.entries(survey).filter(([name]) => !NOT_STAGED.has(name))),
  )
  model.locale = language
  model.onTextMarkdown.add((_, options) => {
    if (/[<&]/.test(options.text)) options.html = cleanHtml(options.text)
  })
  model.onTextRenderAs.add((_, options) => {
    options.renderAs = IN_PLACE.has(options.name) ? CANVAS_TEXT : LocalizableString.defaultRenderer
  })
  return model
}

/** Texts that are drawn where they can be written. */
const IN_PLACE = new Set([
  'title',
  'description',
  'text',
  'minRateDescription',
  'maxRateDescription',
  'labelTrue',
  'labelFalse',
])

/** Whether survey-core has a question of this type, so that it can be shown. */
export const isQuestionType = (type: string): boolean =>
  Serializer.isDescendantOf(type, 'question') && Serializer.findClass(type)?.creator !== undefined

/** One question as survey-core would show it, standing in no survey but asking `stage` for everything around it. */
export const makeQuestion = (stage: SurveyModel, json: Json): Question | undefined => {
  const question: unknown = Serializer.createClass(String(json.type), json)
  if (!(question instanceof Question)) return undefined
  new JsonObject().toObject(json, question)
  question.setSurveyImpl(stage)
  /** Without these the library offers rows of its own to click on: "Other", "None", a new choice. */
  ;(question as Offering).setCanShowOptionItemCallback?.(() => false)
  question.onSurveyLoad()
  return question
}
type Offering = Question & { setCanShowOptionItemCallback?: (show: () => boolean) => void }
