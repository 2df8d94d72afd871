import {
  type Choice,
  type ContextVariable,
  candidatesOf,
  type Instrument,
  type Item,
  itemsOf,
} from '@echolot/instrument'
import { type Place, placesOf } from './places-of.ts'

/** What kind of values an answer has. */
export type AnswerType =
  | 'choice'
  | 'choices'
  | 'boolean'
  | 'number'
  | 'date'
  | 'text'
  | 'matrix'
  | 'entries'
  | 'unknown'

/** What a path in braces speaks of. */
export type AnswerSource = {
  /** `offered`: the choice or row in question; `place`: something about an answer or about where the rule stands. */
  readonly kind: 'item' | 'calculated' | 'context' | 'offered' | 'place'
  /** Of the item, calculated or context value. */
  readonly name: string
  readonly type: AnswerType
  /** The question asked, or the row, column or part of it that the path leads to. */
  readonly item?: Item
  /** The question whose part `item` is. */
  readonly owner?: Item
  /** Value of the row, where the path goes through one. */
  readonly row?: string
  readonly comment: boolean
  /** `own`: of the entry the rule stands in; `other`: of a neighbouring or numbered entry. */
  readonly entry?: 'own' | 'other'
  readonly choices: readonly Choice[]
  readonly context?: ContextVariable
  /** The end of the path that leads nowhere, e.g. a row that does not exist. */
  readonly missing?: string
}

const LOCAL = /^(panel|parentPanel|prevPanel|nextPanel|row|prevRow|nextRow)\.(.+)$/i
const PLACE =
  /^(panelIndex|visiblePanelIndex|panelCount|rowIndex|visibleRowIndex|rowValue|rowName|rowTitle|itemIndex|locale|pageno|pagecount|state|survey|value|totalRow)(\.|$)/i

type FindSource = (path: string, place?: Place) => AnswerSource | undefined

const finders = new WeakMap<Instrument, FindSource>()

/** Makes the function that finds what a path speaks of; undefined for a name that nothing has. */
export const answerSources = (instrument: Instrument): FindSource => {
  const known = finders.get(instrument)
  if (known !== undefined) return known
  const finder = makeFinder(instrument)
  finders.set(instrument, finder)
  return finder
}

const makeFinder = (instrument: Instrument): FindSource => {
  const items = itemsOf(instrument)
  const top = new Map<string, Item>()
  const parts = new Map<string, Item[]>()
  const anywhere = new Map<string, Item>()
  for (const item of items.toReversed()) {
    if (item.role === 'text') continue
    if (item.parent === undefined) {
      top.set(item.key.toLowerCase(), item)
      top.set(item.name.toLowerCase(), item)
    } else
      parts.set(item.parent.toLowerCase(), [item, ...(parts.get(item.parent.toLowerCase()) ?? [])])
    anywhere.set(item.name.toLowerCase(), item)
  }
  const calculated = new Map(
    placesOf(instrument).flatMap((place) =>
      place.kind === 'calculated' || (place.kind === 'trigger' && place.json.setToName)
        ? [
            [
              String(place.kind === 'trigger' ? place.json.setToName : place.name).toLowerCase(),
              String(place.kind === 'trigger' ? place.json.setToName : place.name),
            ] as const,
          ]
        : [],
    ),
  )
  const context = new Map(
    (instrument.context ?? []).map((variable) => [variable.name.toLowerCase(), variable]),
  )
  const byPath = new Map(items.map((item) => [item.path, item]))
  const partOf = (owner: string, name: string) =>
    (parts.get(owner.toLowerCase()) ?? []).find(
      (part) =>
        part.key.toLowerCase() === name.toLowerCase() ||
        part.name.toLowerCase() === name.toLowerCase(),
    )

  const sourceFrom = (item: Item, rest: string): AnswerSource => {
    const base = { kind: 'item' as const, name: item.name, comment: false }
    if (rest === '')
      return { ...base, item, type: answerTypeOf(item), choices: choicesFor(item, items) }
    const numbered = /^\[[^\]]*\]\.?(.*)$/.exec(rest)
    const inner = numbered === null ? rest.replace(/^\./, '') : (numbered[1] ?? '')
    if (item.type === 'paneldynamic' || item.type === 'matrixdynamic') {
      const part = partOf(item.name, inner)
      return part === undefined
        ? {
            ...base,
            item,
            type: 'unknown',
            choices: [],
            ...(inner === '' || inner === 'length' ? {} : { missing: inner }),
          }
        : {
            ...base,
            item: part,
            owner: item,
            type: answerTypeOf(part),
            choices: choicesFor(part, items),
            entry: 'other',
          }
    }
    if (item.type === 'matrix' || item.type === 'multipletext') {
      const part = partOf(item.name, inner)
      return part === undefined
        ? { ...base, item, type: 'unknown', choices: [], missing: inner }
        : {
            ...base,
            item: part,
            owner: item,
            type: answerTypeOf(part),
            choices: part.choices,
            ...(item.type === 'matrix' ? { row: part.name } : {}),
          }
    }
    if (item.type === 'matrixdropdown') {
      const row = item.rows.find(
        ({ value }) => inner.startsWith(`${value}.`) || inner === `${value}`,
      )
      if (row === undefined) return { ...base, item, type: 'unknown', choices: [], missing: inner }
      const column = inner.slice(String(row.value).length + 1)
      const part = partOf(item.name, column)
      if (part === undefined)
        return {
          ...base,
          item,
          row: String(row.value),
          type: 'unknown',
          choices: [],
          ...(column === '' ? {} : { missing: column }),
        }
      return {
        ...base,
        item: part,
        owner: item,
        row: String(row.value),
        type: answerTypeOf(part),
        choices: part.choices,
      }
    }
    return { ...base, kind: 'place', item, type: 'unknown', choices: [] }
  }

  return (path, place) => {
    const bare = path
      .trim()
      .replace(/^[#$]/, '')
      .replace(/-(unwrapped|total)$/i, '')
    if (path.trim().startsWith('$') || bare.length < path.trim().replace(/^#/, '').length) {
      const item = top.get((candidatesOf(bare).at(-1) ?? bare).toLowerCase())
      return item === undefined
        ? undefined
        : { kind: 'place', name: item.name, item, type: 'unknown', comment: false, choices: [] }
    }
    const local = LOCAL.exec(bare)
    if (local !== null) {
      const [, where = '', name = ''] = local
      const owner =
        place === undefined ? undefined : ownerOf(place, where, { byPath, placesOf: instrument })
      const item = owner === undefined ? anywhere.get(name.toLowerCase()) : partOf(owner.name, name)
      if (item === undefined) {
        const outer = anywhere.get((candidatesOf(name).at(-1) ?? name).toLowerCase())
        return outer === undefined
          ? undefined
          : { ...sourceFrom(outer, ''), type: 'unknown', entry: 'own' }
      }
      return {
        ...sourceFrom(item, ''),
        ...(owner === undefined ? {} : { owner }),
        entry: /^(panel|row)$/i.test(where) ? 'own' : 'other',
      }
    }
    if (/^(item|choice|self)(\.|$)/i.test(bare) && !top.has(bare.toLowerCase())) {
      const item = place === undefined ? undefined : byPath.get(ownPath(place))
      return {
        kind: 'offered',
        name: item?.name ?? '',
        type: 'unknown',
        comment: false,
        choices: item === undefined ? [] : item.type === 'matrix' ? item.rows : item.choices,
        ...(item === undefined ? {} : { item }),
      }
    }
    const commented = /^(.*)-comment$/i.exec(bare)
    if (commented !== null) {
      const item = top.get((commented[1] ?? '').toLowerCase())
      if (item !== undefined)
        return { kind: 'item', name: item.name, item, type: 'text', comment: true, choices: [] }
    }
    for (const candidate of [bare, ...candidatesOf(bare)]) {
      const item = top.get(candidate.toLowerCase())
      if (item !== undefined)
        return sourceFrom(item, bare.slice(candidate.length).replace(/^\./, ''))
      const name = calculated.get(candidate.toLowerCase())
      if (name !== undefined)
        return { kind: 'calculated', name, type: 'unknown', comment: false, choices: [] }
      const variable = context.get(candidate.toLowerCase())
      if (variable !== undefined)
        return {
          kind: 'context',
          name: variable.name,
          type: variable.values === undefined ? 'unknown' : 'choice',
          comment: false,
          choices: (variable.values ?? []).map(({ value, label }) => ({ value, text: label })),
          context: variable,
        }
    }
    return PLACE.test(bare)
      ? { kind: 'place', name: bare, type: 'unknown', comment: false, choices: [] }
      : undefined
  }
}

/** The path of the question that a choice, row or the like belongs to, or its own. */
const ownPath = (place: Place) =>
  place.kind === 'choice' || place.kind === 'row' || place.kind === 'column'
    ? place.path.replace(/\/(choices|rows|columns)\/\d+$/, '')
    : place.path

/** The repeated panel or matrix whose entry a rule stands in. */
const ownerOf = (
  place: Place,
  where: string,
  { byPath }: { readonly byPath: ReadonlyMap<string, Item>; readonly placesOf: Instrument },
): Item | undefined => {
  const wanted = /row/i.test(where)
    ? (item: Item) => item.type === 'matrixdropdown' || item.type === 'matrixdynamic'
    : (item: Item) => item.type === 'paneldynamic'
  let levels = /^parentPanel$/i.test(where) ? 1 : 0
  for (let at = place.path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const item = byPath.get(at)
    if (item !== undefined && wanted(item) && (at !== place.path || place.kind !== 'item')) {
      if (levels === 0) return item
      levels--
    }
  }
  return undefined
}

/** Choices of an item, those it takes over from another one included. */
const choicesFor = (item: Item, items: readonly Item[]): readonly Choice[] => {
  const from = item.json.choicesFromQuestion
  if (typeof from !== 'string' || item.choices.length > 0) return item.choices
  return items.find(({ name }) => name === from)?.choices ?? []
}

export const answerTypeOf = (item: Item): AnswerType => {
  const type = item.type === 'matrixcolumn' ? String(item.json.type ?? 'dropdown') : item.type
  switch (type) {
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'buttongroup':
    case 'matrixrow':
      return 'choice'
    case 'imagepicker':
      return item.json.multiSelect === true ? 'choices' : 'choice'
    case 'checkbox':
    case 'tagbox':
    case 'ranking':
      return 'choices'
    case 'boolean':
      return 'boolean'
    case 'slider':
      return item.json.sliderType === 'range' ? 'unknown' : 'number'
    case 'text':
    case 'multipletextitem':
      return item.inputType === 'number' || item.inputType === 'range'
        ? 'number'
        : item.inputType === 'date'
          ? 'date'
          : 'text'
    case 'comment':
      return 'text'
    case 'matrix':
    case 'matrixdropdown':
    case 'multipletext':
      return 'matrix'
    case 'paneldynamic':
    case 'matrixdynamic':
      return 'entries'
    default:
      return 'unknown'
  }
}
