import type { Instrument } from '@echolot/instrument'
import { prepareModel } from '@echolot/routing/model'
import { Model, surveyLocalization } from 'survey-core'
import { cleanAllHtml, cleanHtml } from './clean-html.ts'
import { standing } from './standing.ts'

cleanAllHtml()

/**
 * How a questionnaire is shown: as respondents meet it, with what is hidden from them, without any way to answer, or one
 * question a page.
 */
export const WAYS = ['respondent', 'all', 'read', 'single'] as const
export type Way = (typeof WAYS)[number]

/** A view of the questionnaire. It is never read back: the JSON is the truth. */
export const makeModel = (
  instrument: Instrument,
  {
    context = {},
    answers = {},
    way = 'respondent',
    language,
  }: {
    readonly context?: Readonly<Record<string, unknown>>
    /** Answers to begin with; those of questions that are gone are left out. */
    readonly answers?: Readonly<Record<string, unknown>>
    readonly way?: Way
    /** The language to begin in; the source language without it. */
    readonly language?: string
  } = {},
): Model => {
  const model = new Model(instrument.survey)
  /** The page's policy allows no style made at run time; the file beside the screen holds all of it. */
  model.generateStylesheet = false
  model.focusFirstQuestionAutomatic = false
  model.onTextMarkdown.add((_, options) => {
    if (/[<&]/.test(options.text)) options.html = cleanHtml(options.text)
  })
  prepareModel(model, instrument, context)
  if (language !== undefined && spokenBy(model) !== language) model.locale = language
  if (Object.keys(answers).length > 0) model.data = standing(instrument, answers)
  if (way === 'all') model.showInvisibleElements = true
  if (way === 'read') model.readOnly = true
  if (way === 'single') model.questionsOnPageMode = 'questionPerPage'
  return model
}

/** The language a model is drawn in: an empty locale is the default one. To set it draws every question again. */
export const spokenBy = (model: Model): string => model.locale || surveyLocalization.defaultLocale

/** The chosen values of the instrument's context variables; choices are kept as text. */
export const contextFrom = (
  { context = [] }: Instrument,
  chosen: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    context.flatMap(({ name, values = [] }) => {
      const found = values.find(({ value }) => String(value) === chosen[name])
      return found === undefined ? [] : [[name, found.value]]
    }),
  )
