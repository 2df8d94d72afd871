import { type Instrument, itemsOf, type SurveyJson } from '@echolot/instrument'
import { Serializer } from 'survey-core'
import type { Json } from '../edits/outline.ts'

/** A question as it is filled in: as a whole, or one of the entries that it repeats. */
export type Asked = { readonly json: Json; readonly as: 'answer' | 'entry' }

/** Nothing can be filled in here: texts, calculations, files and drawings. */
const CLOSED = new Set([
  ...['html', 'image', 'empty', 'expression'],
  ...['file', 'signaturepad', 'imagemap'],
])

/** Whether somebody can fill the question in here. Choices that come from another server are not asked for. */
export const isAnswerable = ({ type, choicesByUrl }: Json): boolean =>
  typeof type === 'string' &&
  choicesByUrl === undefined &&
  !CLOSED.has(type) &&
  Serializer.isDescendantOf(type, 'question') &&
  Serializer.findClass(type)?.creator !== undefined

/** What depends on other questions, comes by itself, or stands in the way of filling in. */
const DEPENDENT = new Set([
  ...['visible', 'readOnly', 'isRequired', 'requiredIf', 'visibleIf', 'enableIf', 'validators'],
  ...['choicesVisibleIf', 'choicesEnableIf', 'rowsVisibleIf', 'rowsEnableIf'],
  ...['columnsVisibleIf', 'columnsEnableIf', 'templateVisibleIf'],
  ...['setValueIf', 'setValueExpression', 'resetValueIf'],
  ...['minValueExpression', 'maxValueExpression', 'panelCountExpression'],
  ...['defaultValue', 'defaultValueExpression', 'defaultRowValue', 'defaultPanelValue'],
  ...['choicesOrder', 'columnsOrder', 'rowOrder', 'rowsOrder', 'valueName', 'state'],
  ...['allowAddPanel', 'allowRemovePanel', 'allowAddRows', 'allowRemoveRows'],
  ...['choicesFromQuestion', 'choicesFromQuestionMode', 'minWidth', 'maxWidth', 'width', 'indent'],
])

/** Lists whose entries may depend on something too. */
const LISTS = new Set([
  ...['elements', 'templateElements', 'detailElements'],
  ...['columns', 'choices', 'rows', 'items', 'rateValues'],
])

/** The question with everything shown and nothing filled in, as if there were no other. */
export const aloneOf = (json: Json, instrument: Instrument): Json => {
  const from = json.choicesFromQuestion
  const carried =
    typeof from === 'string'
      ? itemsOf(instrument).find(({ name, parent }) => name === from && parent === undefined)?.json
          .choices
      : undefined
  return { ...independent(json), ...(carried !== undefined && { choices: carried }) }
}

const independent = (json: Json): Json =>
  Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) =>
      DEPENDENT.has(name)
        ? []
        : [
            [
              name,
              LISTS.has(name) && Array.isArray(value)
                ? value.map((entry: unknown) =>
                    typeof entry === 'object' && entry !== null
                      ? independent(entry as Json)
                      : entry,
                  )
                : value,
            ],
          ],
    ),
  )

/** Exactly one entry of what repeats. */
const ONE = {
  paneldynamic: { panelCount: 1, minPanelCount: 1, maxPanelCount: 1, displayMode: 'list' },
  matrixdynamic: { rowCount: 1, minRowCount: 1, maxRowCount: 1 },
} as const

/** Key under which the one question keeps its answer. */
export const nameOf = ({ json }: Asked): string =>
  typeof json.name === 'string' && json.name !== '' ? json.name : 'answer'

/** An instrument that asks this one question. */
export const instrumentAlone = (asked: Asked, instrument: Instrument): Instrument => {
  const { as, json } = asked
  const { languages, variables, version, context } = instrument
  const question = {
    ...aloneOf(json, instrument),
    ...(as === 'entry' && ONE[json.type as keyof typeof ONE]),
    name: nameOf(asked),
  }
  const survey: SurveyJson = {
    showNavigationButtons: false,
    showTitle: false,
    showPageTitles: false,
    widthMode: 'responsive',
    textUpdateMode: 'onTyping',
    clearInvisibleValues: 'none',
    pages: [{ name: 'page', elements: [question] }],
  }
  return {
    instrument: instrument.instrument,
    version,
    languages,
    survey,
    scales: [],
    variables,
    ...(context !== undefined && { context }),
  }
}

/** What the question keeps for a stored value: an entry stands in a list of one. */
export const intoAnswer = (value: unknown, as: Asked['as']): unknown =>
  value === undefined || as === 'answer' ? value : [value]

/** What is stored for what the question keeps; undefined where it is blank. */
export const fromAnswer = (answer: unknown, as: Asked['as']): unknown => {
  const value = as === 'entry' ? (Array.isArray(answer) ? answer[0] : undefined) : answer
  return isBlank(value) ? undefined : structuredClone(value)
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)
