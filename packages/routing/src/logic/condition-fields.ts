import {
  type Choice,
  type Instrument,
  itemsOf,
  type Localized,
  type Pointer,
} from '@echolot/instrument'
import { type AnswerType, answerSources, answerTypeOf } from './answer-source.ts'
import type { Comparison } from './condition.ts'
import { type Place, placesOf } from './places-of.ts'

export type FieldOperator = Comparison | 'empty' | 'notempty'

/** Something a condition can ask about, with all that is needed to build one without typing. */
export type ConditionField = {
  /** As it stands in braces, e.g. `views.v_one`, `panel.child_age`. */
  readonly path: string
  /** Name of the item, calculated or context value. */
  readonly name: string
  readonly kind: 'item' | 'calculated' | 'context' | 'offered'
  readonly label: Localized
  /** Of the matrix or repeated panel it belongs to. */
  readonly ownerLabel?: Localized
  readonly page: string
  readonly type: AnswerType
  readonly operators: readonly FieldOperator[]
  readonly choices: readonly Choice[]
  readonly min?: number | string
  readonly max?: number | string
  readonly step?: number
  /**
   * When it is asked, seen from the place of the rule: `before` on an earlier page, `same-page` beside it, `after` on a
   * later page, where it has no answer yet; `itself`.
   */
  readonly asked: 'before' | 'same-page' | 'after' | 'itself' | 'always'
}

const OPERATORS: Readonly<Record<AnswerType, readonly FieldOperator[]>> = {
  choice: ['=', '<>', 'anyof', 'noneof', 'notempty', 'empty'],
  choices: ['contains', 'notcontains', 'anyof', 'allof', 'noneof', 'notempty', 'empty'],
  boolean: ['=', '<>', 'notempty', 'empty'],
  number: ['=', '<>', '<', '<=', '>', '>=', 'notempty', 'empty'],
  date: ['=', '<>', '<', '<=', '>', '>=', 'notempty', 'empty'],
  text: ['=', '<>', 'contains', 'notcontains', 'notempty', 'empty'],
  matrix: ['notempty', 'empty'],
  entries: ['notempty', 'empty'],
  unknown: ['=', '<>', '<', '<=', '>', '>=', 'contains', 'notcontains', 'notempty', 'empty'],
}

/** The operators that make sense for answers of this kind; ordered choices can be compared by size as well. */
export const operatorsFor = (
  type: AnswerType,
  choices: readonly Choice[] = [],
): readonly FieldOperator[] =>
  type === 'choice' && choices.length > 0 && choices.every(({ value }) => typeof value === 'number')
    ? ['=', '<>', 'anyof', 'noneof', '<', '<=', '>', '>=', 'notempty', 'empty']
    : OPERATORS[type]

/**
 * What a condition at a place can ask about: items with their operators, choices and ranges, calculated values and
 * context values, in the order of the form. Items asked later are listed too and say so.
 * @param place pointer of the element in the survey, e.g. `/pages/1/elements/0`; without it everything counts as before
 */
export const conditionFields = (
  instrument: Instrument,
  place?: Pointer,
): readonly ConditionField[] => {
  const places = placesOf(instrument)
  const own = place === undefined ? undefined : nearest(places, place)
  const order = pageOrder(instrument)
  const asked = (item: { readonly page: string; readonly path: Pointer }) => {
    if (own === undefined || place === undefined) return 'before' as const
    if (item.path === place) return 'itself' as const
    if (own.page === '' || own.page === undefined) return 'before' as const
    const difference = (order.get(item.page) ?? 0) - (order.get(own.page) ?? 0)
    if (difference !== 0) return difference < 0 ? ('before' as const) : ('after' as const)
    return own.kind === 'page' ? ('after' as const) : ('same-page' as const)
  }
  const sourceOf = answerSources(instrument)
  const items = itemsOf(instrument)
  const byName = new Map(items.map((item) => [item.name, item]))
  const surrounding = new Set(
    place === undefined
      ? []
      : items
          .filter(
            ({ type, path }) =>
              (type === 'paneldynamic' || type === 'matrixdropdown' || type === 'matrixdynamic') &&
              place.startsWith(`${path}/`),
          )
          .map(({ name }) => name),
  )
  const fields: ConditionField[] = []
  for (const item of items) {
    if (item.role === 'text') continue
    const parent = item.parent === undefined ? undefined : byName.get(item.parent)
    const paths = pathsTo(item, { parent, isInside: surrounding.has(item.parent ?? '') })
    for (const { path, rowLabel } of paths) {
      const found = sourceOf(path, own)
      const choices = found?.choices ?? item.choices
      const type = found?.type ?? answerTypeOf(item)
      fields.push({
        path,
        name: item.name,
        kind: 'item',
        label: item.title,
        ...(parent === undefined ? {} : { ownerLabel: rowLabel ?? parent.title }),
        page: item.page,
        type,
        operators: operatorsFor(type, choices),
        choices,
        ...bounds(item),
        asked: asked(item),
      })
    }
    if (item.json.showCommentArea === true || item.json.showOtherItem === true)
      fields.push({
        path: `${item.key}-Comment`,
        name: item.name,
        kind: 'item',
        label: item.title,
        page: item.page,
        type: 'text',
        operators: OPERATORS.text,
        choices: [],
        asked: asked(item),
      })
  }
  for (const { kind, name } of places)
    if (kind === 'calculated')
      fields.push({
        path: name,
        name,
        kind: 'calculated',
        label: name,
        page: '',
        type: 'unknown',
        operators: OPERATORS.unknown,
        choices: [],
        asked: 'always',
      })
  for (const { name, label, values = [] } of instrument.context ?? []) {
    const choices = values.map((entry) => ({ value: entry.value, text: entry.label }))
    const type = choices.length > 0 ? 'choice' : 'unknown'
    fields.push({
      path: name,
      name,
      kind: 'context',
      label: label ?? name,
      page: '',
      type,
      operators: operatorsFor(type, choices),
      choices,
      asked: 'always',
    })
  }
  return fields
}

/** Number of each page in the order of the form. */
export const pageOrder = (instrument: Instrument): ReadonlyMap<string, number> =>
  new Map(
    placesOf(instrument)
      .filter(({ kind }) => kind === 'page')
      .map(({ name }, number) => [name, number]),
  )

const nearest = (places: readonly Place[], pointer: Pointer): Place | undefined => {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = places.find(({ path }) => path === at)
    if (found !== undefined) return found
  }
  return undefined
}

type Item = ReturnType<typeof itemsOf>[number]

const pathsTo = (
  item: Item,
  { parent, isInside }: { readonly parent: Item | undefined; readonly isInside: boolean },
): readonly { readonly path: string; readonly rowLabel?: Localized }[] => {
  if (parent === undefined) return item.parent === undefined ? [{ path: item.key }] : []
  switch (parent.type) {
    case 'matrix':
    case 'multipletext':
      return [{ path: `${parent.key}.${item.key}` }]
    case 'paneldynamic':
      return isInside ? [{ path: `panel.${item.key}` }] : []
    case 'matrixdropdown':
      return isInside
        ? [{ path: `row.${item.key}` }]
        : parent.rows.map(({ value, text }) => ({
            path: `${parent.key}.${value}.${item.key}`,
            rowLabel: text,
          }))
    case 'matrixdynamic':
      return isInside ? [{ path: `row.${item.key}` }] : []
    default:
      return [{ path: item.key }]
  }
}

const bounds = ({ min, max, step, type, json }: Item) => ({
  ...(min === undefined ? (type === 'slider' ? { min: 0 } : {}) : { min }),
  ...(max === undefined ? (type === 'slider' ? { max: 100 } : {}) : { max }),
  ...(step === undefined || json.step === 'any' ? {} : { step }),
})
