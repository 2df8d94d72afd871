import type { Instrument } from '@echolot/instrument'
import { type Place, placesOf, type RuleKind } from '@echolot/routing/logic'
import { Serializer } from 'survey-core'
import type { Slot } from './slot.ts'

/** A rule that can be made at a place. */
export type Possible = {
  readonly id: string
  /** For its words. */
  readonly kind: RuleKind
  /** What a trigger does. */
  readonly action?: (typeof TRIGGERS)[number]
  readonly slot: Slot
}

const CONDITIONS = [
  ['visibleIf', 'show'],
  ['enableIf', 'enable'],
  ['requiredIf', 'require'],
  ['choicesVisibleIf', 'show-choices'],
  ['choicesEnableIf', 'enable-choices'],
  ['rowsVisibleIf', 'show-rows'],
  ['columnsVisibleIf', 'show-columns'],
  ['templateVisibleIf', 'show-entries'],
  ['setValueIf', 'set-when'],
  ['setValueExpression', 'set-value'],
  ['resetValueIf', 'reset'],
  ['defaultValueExpression', 'default'],
  ['minValueExpression', 'lowest'],
  ['maxValueExpression', 'highest'],
] as const

export const TRIGGERS = ['setvalue', 'copyvalue', 'skip', 'complete', 'runexpression'] as const

/** What can be ruled at a place: what its kind of element knows. */
export const possibleRules = (instrument: Instrument, place: Place): readonly Possible[] => {
  if (place.kind === 'survey') return ofSurvey(instrument)
  const known = classOf(place)
  const conditions = CONDITIONS.flatMap(([property, kind]): readonly Possible[] =>
    knows(known, property) ? [possible(kind, { path: place.path, property })] : [],
  )
  if (place.kind !== 'item' && place.kind !== 'column') return conditions
  const list = `${place.path}/validators`
  const validators = Array.isArray(place.json.validators) ? place.json.validators.length : 0
  return [
    ...conditions,
    possible('validate', {
      path: `${list}/${validators}`,
      property: 'expression',
      entry: { list, json: { type: 'expression' } },
    }),
    ...(place.json.type === 'paneldynamic'
      ? [possible('count', { path: place.path, property: 'panelCounts' })]
      : []),
    ...(place.kind === 'item' && knows(known, 'choicesFromQuestion')
      ? [possible('carry-forward', { path: place.path, property: 'choicesFromQuestion' })]
      : []),
  ]
}

const knows = (className: string, property: string): boolean =>
  (Serializer.findProperty(className, property) ?? undefined) !== undefined

const possible = (
  kind: RuleKind,
  slot: Omit<Slot, 'id' | 'kind'>,
  action?: Possible['action'],
): Possible => {
  const id = `${slot.path}/${slot.property}${action === undefined ? '' : ` ${action}`}`
  return {
    id,
    kind,
    ...(action === undefined ? {} : { action }),
    slot: { ...slot, id: `${slot.path}/${slot.property}`, kind },
  }
}

const ofSurvey = (instrument: Instrument): readonly Possible[] => {
  const { survey } = instrument
  const next = (list: string) => (Array.isArray(survey[list]) ? survey[list].length : 0)
  const entry = (list: string, json: Readonly<Record<string, unknown>>) => ({
    path: `/${list}/${next(list)}`,
    property: 'expression',
    entry: { list: `/${list}`, json },
  })
  return [
    possible('calculate', entry('calculatedValues', { name: freeName(instrument) })),
    ...TRIGGERS.map((type) => possible('trigger', entry('triggers', { type }), type)),
    possible('closing-text', entry('completedHtmlOnCondition', { html: '' })),
  ]
}

/** A name for a calculated value that nothing has yet. */
export const freeName = (instrument: Instrument): string => {
  const taken = new Set(placesOf(instrument).map(({ name }) => name.toLowerCase()))
  let number = 1
  while (taken.has(`value${number}`)) number += 1
  return `value${number}`
}

const classOf = ({ kind, json }: Place): string => {
  switch (kind) {
    case 'page':
      return 'page'
    case 'panel':
      return 'panel'
    case 'choice':
    case 'row':
      return 'choiceitem'
    case 'column':
      return 'matrixdropdowncolumn'
    default:
      return typeof json.type === 'string' ? json.type : 'multipletextitem'
  }
}
