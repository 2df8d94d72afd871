import { type Instrument, itemsOf, type Pointer, pagesOf, pointerTo } from '@echolot/instrument'

type Json = Readonly<Record<string, unknown>>

/** What a rule can be about: something of the survey that stands at one place of its JSON. */
export type Place = {
  readonly kind:
    | 'survey'
    | 'page'
    | 'panel'
    | 'item'
    | 'choice'
    | 'row'
    | 'column'
    | 'validator'
    | 'calculated'
    | 'trigger'
    | 'completion'
  /** Name of a page, panel, item, column or calculated value; value of a choice or row; type of a trigger or validator. */
  readonly name: string
  /** Name of the item it belongs to: of a choice, row, column, validator, or of an item in a repeated panel. */
  readonly of?: string
  /** Name of the page it stands on; '' for what belongs to the survey as a whole. */
  readonly page: string
  /** Into the survey, e.g. `/pages/0/elements/2`. */
  readonly path: Pointer
  readonly json: Json
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''

const places = new WeakMap<Instrument, readonly Place[]>()

/** Every place of an instrument that rules can be about, in the order of the form; the survey itself comes last. */
export const placesOf = (instrument: Instrument): readonly Place[] => {
  const known = places.get(instrument)
  if (known !== undefined) return known
  const found = [...pagePlaces(instrument), ...surveyPlaces(instrument)]
  places.set(instrument, found)
  return found
}

const pagePlaces = (instrument: Instrument): readonly Place[] => {
  const items = new Map(itemsOf(instrument).map((item) => [item.path, item]))
  const found: Place[] = []
  const visitEntries = (owner: Place, list: string, kind: 'choice' | 'row' | 'column') => {
    for (const [place, entry] of listOf(owner.json[list]).entries()) {
      const json = isObject(entry) ? entry : kind === 'column' ? { name: entry } : { value: entry }
      found.push({
        kind,
        name: textOf(json.value ?? json.name),
        of: owner.name,
        page: owner.page,
        path: pointerTo(owner.path, list, place),
        json,
      })
      if (kind === 'choice' && isObject(entry))
        visitElements(entry, pointerTo(owner.path, list, place), {
          page: owner.page,
          ...(owner.of === undefined ? {} : { of: owner.of }),
        })
    }
  }
  const visitItem = (owner: Place) => {
    found.push(owner)
    for (const [place, validator] of listOf(owner.json.validators).entries())
      if (isObject(validator))
        found.push({
          kind: 'validator',
          name: textOf(validator.type),
          of: owner.name,
          page: owner.page,
          path: pointerTo(owner.path, 'validators', place),
          json: validator,
        })
    const type = owner.json.type
    if (type === 'matrix' || type === 'matrixdropdown') visitEntries(owner, 'rows', 'row')
    if (type === 'matrix') visitEntries(owner, 'columns', 'choice')
    if (type === 'matrixdropdown' || type === 'matrixdynamic')
      visitEntries(owner, 'columns', 'column')
    if (type !== 'matrix') visitEntries(owner, 'choices', 'choice')
    for (const [place, part] of listOf(owner.json.items).entries())
      if (type === 'multipletext' && isObject(part))
        found.push({
          kind: 'item',
          name: textOf(part.name),
          of: owner.name,
          page: owner.page,
          path: pointerTo(owner.path, 'items', place),
          json: part,
        })
    visitElements(owner.json, owner.path, { page: owner.page, of: owner.name })
  }
  const visitElements = (
    json: Json,
    path: Pointer,
    around: { readonly page: string; readonly of?: string },
    depth = 0,
  ): void => {
    if (depth > 16) return
    for (const list of ['elements', 'questions', 'templateElements'])
      for (const [place, element] of listOf(json[list]).entries()) {
        if (!isObject(element)) continue
        const at = pointerTo(path, list, place)
        const name = textOf(element.name)
        if (element.type === 'panel' || element.type === 'flowpanel') {
          found.push({ kind: 'panel', name, ...around, path: at, json: element })
          visitElements(element, at, around, depth + 1)
        } else if (items.has(at))
          visitItem({ kind: 'item', name, ...around, path: at, json: element })
      }
  }
  for (const { name, path, json } of pagesOf(instrument)) {
    found.push({ kind: 'page', name, page: name, path, json })
    visitElements(json, path, { page: name })
  }
  return found
}

const surveyPlaces = ({ survey }: Instrument): readonly Place[] => {
  const entries = (list: string, kind: Place['kind'], nameOf: (json: Json) => string) =>
    listOf(survey[list]).flatMap((json, place): readonly Place[] =>
      isObject(json)
        ? [{ kind, name: nameOf(json), page: '', path: pointerTo('', list, place), json }]
        : [],
    )
  return [
    ...entries('calculatedValues', 'calculated', ({ name }) => textOf(name)),
    ...entries('triggers', 'trigger', ({ type }) => textOf(type).replace(/trigger$/, '')),
    ...entries('completedHtmlOnCondition', 'completion', () => 'completedHtmlOnCondition'),
    ...entries('navigateToUrlOnCondition', 'completion', () => 'navigateToUrlOnCondition'),
    { kind: 'survey', name: textOf(survey.title) || 'survey', page: '', path: '', json: survey },
  ]
}
