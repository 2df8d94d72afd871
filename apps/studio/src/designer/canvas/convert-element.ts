import { Serializer } from 'survey-core'
import { isForm } from '../edits/kind-of.ts'
import type { Json } from '../edits/outline.ts'

/** An element as another kind, and the names of the properties that it could not keep. */
export type Converted = { readonly json: Json; readonly lost: readonly string[] }

const MANY = new Set(['checkbox', 'tagbox', 'ranking'])
const ANSWERS = ['defaultValue', 'correctAnswer'] as const

/** What a text question may say only of numbers, only of days, or only of plain words. */
const OF_FORM = new Set(['min', 'max', 'step', 'maxLength', 'maskType', 'maskSettings', ...ANSWERS])

/** The element as another kind: a SurveyJS type, or a form of the text question such as `number`. */
export const convertElement = (json: Json, kind: string): Converted => {
  const type = isForm(kind) ? 'text' : kind
  const inputType = isForm(kind) ? { inputType: kind } : {}
  if (json.type !== 'text' || type !== 'text') {
    const converted = asType(json, type)
    return { ...converted, json: { ...converted.json, ...inputType } }
  }
  const { inputType: before, ...rest } = json
  if (before === inputType.inputType) return { json, lost: [] }
  const kept = Object.entries(rest).filter(([name]) => !OF_FORM.has(name))
  return {
    json: { ...Object.fromEntries(kept), ...inputType },
    lost: Object.keys(rest).filter((name) => OF_FORM.has(name)),
  }
}

/**
 * The element as another type. Every property that the new type knows stays, and so does what neither type knows; choices
 * become columns or steps of a scale and back.
 */
const asType = (json: Json, to: string): Converted => {
  const from = String(json.type)
  if (from === to) return { json, lost: [] }
  const { carried, used } = carriedOver(json, from, to)
  const knows = propertiesOf(to, json)
  const knew = propertiesOf(from, json)
  const kept: Record<string, unknown> = {}
  const lost: string[] = []
  for (const [name, value] of Object.entries(json)) {
    if (name === 'type' || used.has(name)) continue
    const isAnswer = (ANSWERS as readonly string[]).includes(name)
    const fitting = isAnswer ? answerFor(value, from, to) : value
    if (Object.hasOwn(carried, name)) continue
    if ((knows.has(name) || !knew.has(name)) && fitting !== undefined) kept[name] = fitting
    else lost.push(name)
  }
  return { json: { type: to, ...kept, ...carried }, lost }
}

const propertiesOf = (type: string, json: Json): ReadonlySet<string> => {
  const names = new Set(Serializer.getProperties(type).map(({ name }) => name))
  /** Elements of a panel are no property of the metadata's own, but of its lists. */
  if (type === 'text' && json.inputType === 'number')
    for (const name of ['min', 'max', 'step']) names.add(name)
  return names
}

const answerFor = (value: unknown, from: string, to: string): unknown => {
  if (MANY.has(from) === MANY.has(to)) return value
  if (MANY.has(to)) return [value]
  return Array.isArray(value) && value.length === 1 ? value[0] : undefined
}

/** Where a type keeps the list that people choose from. */
const LIST_OF: Readonly<Record<string, string>> = {
  radiogroup: 'choices',
  checkbox: 'choices',
  dropdown: 'choices',
  tagbox: 'choices',
  ranking: 'choices',
  imagepicker: 'choices',
  buttongroup: 'choices',
  matrix: 'columns',
  matrixdropdown: 'choices',
  matrixdynamic: 'choices',
  rating: 'rateValues',
}

/** What the new type keeps under another name, and which of the old names that uses up. */
const carriedOver = (
  json: Json,
  from: string,
  to: string,
): { readonly carried: Json; readonly used: ReadonlySet<string> } => {
  if (from === 'panel' && to === 'paneldynamic')
    return { carried: { templateElements: json.elements ?? [] }, used: new Set(['elements']) }
  if (from === 'paneldynamic' && to === 'panel')
    return {
      carried: { elements: json.templateElements ?? [] },
      used: new Set(['templateElements']),
    }
  if (to === 'html' && json.title !== undefined)
    return { carried: { html: json.title }, used: new Set(['title']) }
  if (from === 'html' && json.html !== undefined)
    return { carried: { title: json.html }, used: new Set(['html']) }
  if (from === 'rating' && to === 'slider') return renamed(json, RATING_TO_SLIDER)
  if (from === 'slider' && to === 'rating')
    return renamed(
      json,
      Object.fromEntries(Object.entries(RATING_TO_SLIDER).map(([a, b]) => [b, a])),
    )
  const source = LIST_OF[from]
  const target = LIST_OF[to]
  const list = source === undefined && from !== 'boolean' ? undefined : listOf(json, from, source)
  if (list === undefined || target === undefined) return { carried: {}, used: new Set() }
  const steps = to === 'rating' ? plainSteps(list) : undefined
  const carried = {
    ...(steps ?? { [target]: list }),
    ...(to === 'matrix' && json.rows === undefined && { rows: [{ value: `${json.name}_1` }] }),
    ...((to === 'matrixdropdown' || to === 'matrixdynamic') && {
      columns: [{ name: `${json.name}_c1` }],
    }),
  }
  return { carried, used: new Set(usedBy(from, source)) }
}

const RATING_TO_SLIDER = { rateMin: 'min', rateMax: 'max', rateStep: 'step' }

const renamed = (json: Json, names: Readonly<Record<string, string>>) => {
  const there = Object.entries(names).filter(([name]) => json[name] !== undefined)
  return {
    carried: Object.fromEntries(there.map(([name, other]) => [other, json[name]])),
    used: new Set(there.map(([name]) => name)),
  }
}

const usedBy = (from: string, source: string | undefined): readonly string[] => {
  if (from === 'rating')
    return ['rateValues', 'rateMin', 'rateMax', 'rateStep', 'rateCount', 'autoGenerate']
  if (from === 'boolean') return ['labelTrue', 'labelFalse', 'valueTrue', 'valueFalse']
  return source === undefined ? [] : [source]
}

/** The list to choose from; a scale without words gives its numbers, yes and no give two choices. */
const listOf = (
  json: Json,
  from: string,
  source: string | undefined,
): readonly unknown[] | undefined => {
  if (from === 'boolean')
    return [
      {
        value: json.valueTrue ?? true,
        ...(json.labelTrue !== undefined && { text: json.labelTrue }),
      },
      {
        value: json.valueFalse ?? false,
        ...(json.labelFalse !== undefined && { text: json.labelFalse }),
      },
    ]
  const list = source === undefined ? undefined : json[source]
  if (Array.isArray(list)) return list
  if (from !== 'rating') return undefined
  const number = (value: unknown, otherwise: number) =>
    typeof value === 'number' ? value : otherwise
  const [first, last, by] = [
    number(json.rateMin, 1),
    number(json.rateMax, 5),
    number(json.rateStep, 1),
  ]
  const count = by > 0 ? Math.min(100, Math.floor((last - first) / by) + 1) : 0
  return Array.from({ length: Math.max(0, count) }, (_, place) => ({ value: first + place * by }))
}

/** Steps in a row without words of their own are a plain scale. */
const plainSteps = (list: readonly unknown[]): Json | undefined => {
  const values = list.map((entry) => {
    if (typeof entry === 'number') return entry
    const { value, ...more } = (entry ?? {}) as Json
    return typeof value === 'number' && Object.keys(more).length === 0 ? value : Number.NaN
  })
  const isRow = values.every((value, place) => value === (values[0] ?? 0) + place)
  return isRow && values.length > 1 ? { rateMin: values[0], rateMax: values.at(-1) } : undefined
}
