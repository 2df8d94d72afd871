import { type Choice, choicesOf, readChoices } from './choices-of.ts'
import type { Instrument, Localized, SurveyJson } from './instrument.ts'
import { isObject, type JsonObject, listOf, numberOrUndefined, textOrUndefined } from './json.ts'
import { localizedOf } from './localized.ts'
import { type Pointer, pointerTo } from './pointer.ts'

/**
 * What an item does: `answer` takes one, `container` holds other items (matrix, repeated panel), `computed` is
 * filled by an expression, `text` only says something.
 */
export type ItemRole = 'answer' | 'container' | 'computed' | 'text'

/** One question, matrix row, column or repeated question, as it stands in the survey's JSON. */
export type Item = {
  readonly name: string
  /** Key under which SurveyJS stores the answer: `valueName`, or the name. */
  readonly key: string
  /** SurveyJS type; `matrixrow`, `matrixcolumn`, `multipletextitem` for the parts of one. Unknown types as they are. */
  readonly type: string
  readonly role: ItemRole
  readonly page: string
  /** Name of the matrix, repeated panel or multiple text that holds it. */
  readonly parent?: string
  readonly path: Pointer
  readonly title: Localized
  readonly titled: boolean
  readonly choices: readonly Choice[]
  /** Rows of a matrix. */
  readonly rows: readonly Choice[]
  readonly visibleIf?: string
  /** Every condition that must hold for it to be displayed inside its parent: its own and its panels' and page's. */
  readonly conditions: readonly string[]
  /** False when the definition hides it outright. */
  readonly visible: boolean
  readonly required: boolean
  readonly inputType?: string
  readonly min?: number | string
  readonly max?: number | string
  readonly step?: number
  readonly maxLength?: number
  /** The element's JSON, untouched. */
  readonly json: JsonObject
}

const TEXT_TYPES = new Set(['html', 'image', 'empty'])
const CONTAINER_TYPES = new Set([
  'matrix',
  'matrixdropdown',
  'matrixdynamic',
  'paneldynamic',
  'multipletext',
])
const PANEL_TYPES = new Set(['panel', 'flowpanel'])
/** Deeper nesting than this is no questionnaire; what lies below is not listed. */
const DEPTH = 16

type Place = {
  readonly page: string
  readonly parent?: string
  readonly conditions: readonly string[]
  readonly visible: boolean
  readonly depth: number
}

/**
 * All items of an instrument in the order of the form: containers first, then what they hold. Unknown types are
 * listed like any other; elements without a name are left to `structureProblems`.
 */
export const itemsOf = (source: Instrument | SurveyJson): readonly Item[] => {
  const survey = surveyOf(source)
  return pagesOf(survey).flatMap(({ name, path, json }) =>
    elementsIn(json, path).flatMap(({ element, pointer }) =>
      readElement(element, pointer, {
        page: name,
        conditions: conditionsOf(json),
        visible: json.visible !== false,
        depth: 0,
      }),
    ),
  )
}

/** The survey's JSON of an instrument, or the JSON itself. */
export const surveyOf = (source: Instrument | SurveyJson): SurveyJson =>
  isObject(source.survey) && typeof source.instrument === 'string'
    ? source.survey
    : (source as SurveyJson)

/** One page: its name, place and JSON. A survey without pages is one page. */
export type Page = { readonly name: string; readonly path: Pointer; readonly json: JsonObject }

export const pagesOf = (source: Instrument | SurveyJson): readonly Page[] => {
  const survey = surveyOf(source)
  const pages = listOf(survey.pages).flatMap((json, place) =>
    isObject(json)
      ? [
          {
            name: textOrUndefined(json.name) ?? `page${place + 1}`,
            path: pointerTo('', 'pages', place),
            json,
          },
        ]
      : [],
  )
  if (pages.length > 0 || elementsIn(survey, '').length === 0) return pages
  return [
    {
      name: 'page1',
      path: '',
      json: { elements: survey.elements, questions: survey.questions },
    },
  ]
}

const elementsIn = (container: JsonObject, path: Pointer) =>
  ['elements', 'questions', 'templateElements'].flatMap((list) =>
    listOf(container[list]).flatMap((element, place) =>
      isObject(element) ? [{ element, pointer: pointerTo(path, list, place) }] : [],
    ),
  )

const conditionsOf = (element: JsonObject): readonly string[] => {
  const condition = textOrUndefined(element.visibleIf)
  return condition === undefined ? [] : [condition]
}

const readElement = (element: JsonObject, path: Pointer, place: Place): readonly Item[] => {
  if (place.depth > DEPTH) return []
  const type = textOrUndefined(element.type) ?? ''
  const inner: Place = {
    ...place,
    conditions: [...place.conditions, ...conditionsOf(element)],
    visible: place.visible && element.visible !== false,
    depth: place.depth + 1,
  }
  if (PANEL_TYPES.has(type))
    return elementsIn(element, path).flatMap(({ element: child, pointer }) =>
      readElement(child, pointer, inner),
    )
  const name = textOrUndefined(element.name)
  if (name === undefined) return []
  const own = itemFrom(element, { name, type, path, place: inner })
  return [own, ...partsOf(own, inner)]
}

const itemFrom = (
  json: JsonObject,
  {
    name,
    type,
    path,
    place,
  }: {
    readonly name: string
    readonly type: string
    readonly path: Pointer
    readonly place: Place
  },
): Item => {
  const bound = (value: unknown) => numberOrUndefined(value) ?? textOrUndefined(value)
  const optional = {
    parent: place.parent,
    visibleIf: textOrUndefined(json.visibleIf),
    inputType: textOrUndefined(json.inputType),
    min: bound(json.min),
    max: bound(json.max),
    step: numberOrUndefined(json.step),
    maxLength: numberOrUndefined(json.maxLength),
  }
  return {
    name,
    key: textOrUndefined(json.valueName) ?? name,
    type,
    role: roleOf(type),
    page: place.page,
    path,
    title: localizedOf(json.title, name),
    titled: localizedOf(json.title, '') !== '',
    choices: choicesOf({ ...json, type }),
    rows: type === 'matrix' || type === 'matrixdropdown' ? readChoices(json.rows) : [],
    conditions: place.conditions,
    visible: place.visible,
    required: json.isRequired === true,
    json,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as object),
  }
}

const roleOf = (type: string): ItemRole => {
  if (TEXT_TYPES.has(type)) return 'text'
  if (CONTAINER_TYPES.has(type)) return 'container'
  return type === 'expression' ? 'computed' : 'answer'
}

/** What an element holds: rows, columns, single texts, repeated questions, questions behind a choice. */
const partsOf = (item: Item, outer: Place): readonly Item[] => {
  const { json, path, name } = item
  const place: Place = { ...outer, parent: name, conditions: [] }
  switch (item.type) {
    case 'matrix':
      return item.rows.map((row, index) => {
        const entry = listOf(json.rows)[index]
        const own = isObject(entry) ? entry : {}
        const part = itemFrom(
          { ...own, title: row.text },
          {
            name: String(row.value),
            type: 'matrixrow',
            path: pointerTo(path, 'rows', index),
            place: { ...place, conditions: conditionsOf(own) },
          },
        )
        return {
          ...part,
          choices: item.choices,
          required: json.eachRowRequired === true || json.isAllRowRequired === true,
        }
      })
    case 'matrixdropdown':
    case 'matrixdynamic':
      return listOf(json.columns).flatMap((entry, index) => {
        const column = isObject(entry) ? entry : { name: entry }
        const columnName = textOrUndefined(column.name)
        if (columnName === undefined) return []
        const cell =
          textOrUndefined(column.cellType) ?? textOrUndefined(json.cellType) ?? 'dropdown'
        const type = cell === 'default' ? 'dropdown' : cell
        const part = itemFrom(
          { ...column, choices: column.choices ?? json.choices, type },
          {
            name: columnName,
            type: 'matrixcolumn',
            path: pointerTo(path, 'columns', index),
            place: { ...place, conditions: conditionsOf(column) },
          },
        )
        return [
          {
            ...part,
            choices: choicesOf({ ...column, choices: column.choices ?? json.choices, type }),
          },
        ]
      })
    case 'multipletext':
      return listOf(json.items).flatMap((entry, index) => {
        const own = isObject(entry) ? entry : { name: entry }
        const partName = textOrUndefined(own.name)
        if (partName === undefined) return []
        return [
          itemFrom(own, {
            name: partName,
            type: 'multipletextitem',
            path: pointerTo(path, 'items', index),
            place,
          }),
        ]
      })
    case 'paneldynamic':
      return elementsIn({ templateElements: json.templateElements }, path).flatMap(
        ({ element, pointer }) => readElement(element, pointer, place),
      )
    default:
      return listOf(json.choices).flatMap((choice, index) =>
        isObject(choice)
          ? elementsIn({ elements: choice.elements }, pointerTo(path, 'choices', index)).flatMap(
              ({ element, pointer }) => readElement(element, pointer, outer),
            )
          : [],
      )
  }
}
