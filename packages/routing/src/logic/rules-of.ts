import {
  candidatesOf,
  type Instrument,
  itemsOf,
  namesInExpression,
  type Pointer,
  pointerTo,
  textsOf,
} from '@echolot/instrument'
import { answersIn, type Condition } from './condition.ts'
import { type ParsedCondition, parseCondition } from './parse-condition.ts'
import { type Place, placesOf } from './places-of.ts'
import type { ConditionFault } from './text-faults.ts'

/** What a rule does. */
export type RuleKind =
  | 'show'
  | 'enable'
  | 'require'
  /** One condition for all choices, rows or columns, which asks about `{item}`. */
  | 'show-choices'
  | 'enable-choices'
  | 'show-rows'
  | 'show-columns'
  | 'show-entries'
  | 'set-when'
  | 'set-value'
  | 'reset'
  | 'default'
  | 'lowest'
  | 'highest'
  | 'validate'
  | 'calculate'
  | 'count'
  | 'trigger'
  | 'run'
  | 'closing-text'
  | 'piping'
  | 'carry-forward'
  | 'bind'

/** What a trigger does once its condition holds. */
export type TriggerAction = {
  readonly type: 'visible' | 'complete' | 'setvalue' | 'copyvalue' | 'skip' | 'runexpression'
  /** Name that gets a value. */
  readonly setTo?: string
  readonly value?: unknown
  readonly from?: string
  /** Item or page that a skip goes to. */
  readonly goTo?: string
  readonly shows?: readonly string[]
  readonly runs?: string
}

/** One rule of an instrument as data. */
export type Rule = {
  /** Its place and property; stays while nothing before it is added or removed. */
  readonly id: string
  readonly kind: RuleKind
  readonly target: Place
  /** Property of the target's JSON that holds it; `panelCounts` for a rule of the envelope. */
  readonly property: string
  /** Into the instrument, as findings name it, e.g. `/survey/pages/0/elements/1/visibleIf`. */
  readonly pointer: Pointer
  /** The expression, or for piping the text with its braces. */
  readonly text: string
  /** The expression read; undefined where the rule is none or cannot be read. */
  readonly condition: Condition | undefined
  readonly faults: readonly ConditionFault[]
  /** Names of the items, calculated values and context values it looks at; as written where nothing has the name. */
  readonly reads: readonly string[]
  readonly action?: TriggerAction
  /** Whether `setRule` takes another expression for it. */
  readonly editable: boolean
}

/** Expression properties of places and what they do. */
const KINDS: Readonly<Record<string, RuleKind>> = {
  visibleIf: 'show',
  enableIf: 'enable',
  requiredIf: 'require',
  choicesVisibleIf: 'show-choices',
  choicesEnableIf: 'enable-choices',
  rowsVisibleIf: 'show-rows',
  columnsVisibleIf: 'show-columns',
  templateVisibleIf: 'show-entries',
  setValueIf: 'set-when',
  setValueExpression: 'set-value',
  resetValueIf: 'reset',
  defaultValueExpression: 'default',
  minValueExpression: 'lowest',
  maxValueExpression: 'highest',
  totalExpression: 'calculate',
  panelCountExpression: 'count',
}

const rules = new WeakMap<Instrument, readonly Rule[]>()

/** Every rule of an instrument, in the order of the form. */
export const rulesOf = (instrument: Instrument): readonly Rule[] => {
  const known = rules.get(instrument)
  if (known !== undefined) return known
  const parse = parserFor()
  const resolve = nameResolver(instrument)
  const found = [
    ...placesOf(instrument).flatMap((place) => rulesAt(place, { parse, resolve })),
    ...countRules(instrument),
    ...pipingRules(instrument, resolve),
  ]
  rules.set(instrument, found)
  return found
}

const parserFor = () => {
  const parsed = new Map<string, ParsedCondition>()
  return (text: string): ParsedCondition => {
    const before = parsed.get(text) ?? parseCondition(text)
    parsed.set(text, before)
    return before
  }
}

/** Finds the name that a path speaks of: `m_bar.bar_health` is `m_bar`, `panel.age` in a panel is `age`. */
export const nameResolver = (
  instrument: Instrument,
): ((path: string, place?: Place) => string | undefined) => {
  const names = new Map<string, string>()
  for (const { name, key } of itemsOf(instrument).toReversed()) {
    names.set(key.toLowerCase(), name)
    names.set(`${key}-comment`.toLowerCase(), name)
    names.set(name.toLowerCase(), name)
  }
  for (const { kind, name } of placesOf(instrument))
    if (kind === 'calculated') names.set(name.toLowerCase(), name)
  for (const { name } of instrument.context ?? []) names.set(name.toLowerCase(), name)
  return (path, place) => {
    const bare = path.trim().replace(/^[#$]/, '')
    const local = /^(panel|parentPanel|prevPanel|nextPanel|row|prevRow|nextRow)\.(.+)$/i.exec(bare)
    if (local !== null) return names.get(lastOf(local[2] ?? '').toLowerCase())
    if (/^(item|choice|self)(\.|$)/i.test(bare))
      return place?.kind === 'choice' || place?.kind === 'row' ? place.of : place?.name
    for (const candidate of candidatesOf(bare)) {
      const name = names.get(candidate.toLowerCase())
      if (name !== undefined) return name
    }
    return undefined
  }
}

const lastOf = (path: string) => candidatesOf(path)[0] ?? path

type Reading = {
  readonly parse: (text: string) => ParsedCondition
  readonly resolve: (path: string, place?: Place) => string | undefined
}

const rulesAt = (place: Place, reading: Reading): readonly Rule[] => {
  const { json } = place
  const found: Rule[] = []
  const add = (property: string, kind: RuleKind, more: Partial<Rule> = {}) => {
    const text = json[property]
    if (typeof text !== 'string' || text.trim() === '') return
    found.push(expressionRule({ place, property, kind, text, reading, more }))
  }
  if (place.kind === 'trigger') return triggerRule(place, reading)
  for (const [property, kind] of Object.entries(KINDS))
    if (place.kind !== 'survey') add(property, kind)
  if (place.kind === 'calculated') add('expression', 'calculate')
  if (place.kind === 'item' && json.type === 'expression') add('expression', 'calculate')
  if (place.kind === 'column' && json.cellType === 'expression') add('expression', 'calculate')
  if (place.kind === 'validator' && place.name.startsWith('expression'))
    add('expression', 'validate')
  if (place.kind === 'completion') add('expression', 'closing-text')
  const naming = (property: string, kind: RuleKind, name: unknown) => {
    if (typeof name !== 'string' || name === '') return
    found.push({
      id: `${place.path}/${property}`,
      kind,
      target: place,
      property,
      pointer: `/survey${pointerTo(place.path, property)}`,
      text: name,
      condition: undefined,
      faults: [],
      reads: [reading.resolve(name) ?? name],
      editable: false,
    })
  }
  naming('choicesFromQuestion', 'carry-forward', json.choicesFromQuestion)
  if (typeof json.bindings === 'object' && json.bindings !== null)
    for (const [property, from] of Object.entries(json.bindings))
      naming(`bindings/${property}`, 'bind', from)
  return found
}

const expressionRule = ({
  place,
  property,
  kind,
  text,
  reading,
  more,
}: {
  readonly place: Place
  readonly property: string
  readonly kind: RuleKind
  readonly text: string
  readonly reading: Reading
  readonly more: Partial<Rule>
}): Rule => {
  const { condition, faults } = reading.parse(text)
  return {
    id: `${place.path}/${property}`,
    kind,
    target: place,
    property,
    pointer: `/survey${pointerTo(place.path, property)}`,
    text,
    condition,
    faults,
    reads: readsOf({ condition, text, resolve: reading.resolve, place }),
    editable: true,
    ...more,
  }
}

const readsOf = ({
  condition,
  text,
  resolve,
  place,
}: {
  readonly condition: Condition | undefined
  readonly text: string
  readonly resolve: Reading['resolve']
  readonly place: Place
}): readonly string[] => {
  const paths = condition === undefined ? namesInExpression(text) : answersIn(condition)
  return [...new Set(paths.map((path) => resolve(path, place) ?? path))]
}

const TRIGGERS: ReadonlySet<string> = new Set([
  ...['visible', 'complete', 'setvalue', 'copyvalue', 'skip', 'runexpression'],
])

const triggerRule = (place: Place, reading: Reading): readonly Rule[] => {
  const { json } = place
  const own = typeof json.expression === 'string' ? json.expression : ''
  const text = own.trim() === '' ? legacyExpression(json) : own
  const names = (value: unknown) =>
    Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : []
  const name = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const action = without({
    type: (TRIGGERS.has(place.name) ? place.name : 'runexpression') as TriggerAction['type'],
    setTo: name(json.setToName),
    value: json.setValue,
    from: name(json.fromName),
    goTo: name(json.gotoName),
    shows: [...names(json.pages), ...names(json.questions)],
    runs: name(json.runExpression),
  }) as TriggerAction
  const rule = expressionRule({
    place,
    property: 'expression',
    kind: 'trigger',
    text,
    reading,
    more: { action },
  })
  const runs =
    action.runs === undefined
      ? []
      : [
          expressionRule({
            place,
            property: 'runExpression',
            kind: 'run',
            text: action.runs,
            reading,
            more: {},
          }),
        ]
  const copied = action.from === undefined ? [] : [reading.resolve(action.from) ?? action.from]
  return [{ ...rule, reads: [...new Set([...rule.reads, ...copied])] }, ...runs]
}

/** Triggers of old say `name`, `operator` and `value` instead of an expression. */
const legacyExpression = (json: Place['json']): string => {
  if (typeof json.name !== 'string' || json.name === '') return ''
  const operator = typeof json.operator === 'string' ? json.operator : 'equal'
  if (operator === 'empty' || operator === 'notempty') return `{${json.name}} ${operator}`
  const value =
    typeof json.value === 'string' ? `'${json.value.replaceAll(/(['"])/g, '\\$1')}'` : json.value
  return `{${json.name}} ${operator} ${value ?? 'undefined'}`
}

const without = (record: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** Repeated panels whose number of entries an item gives. */
const countRules = (instrument: Instrument): readonly Rule[] =>
  (instrument.panelCounts ?? []).flatMap(({ panel, from }, number): readonly Rule[] => {
    const target = placesOf(instrument).find(({ kind, name }) => kind === 'item' && name === panel)
    if (target === undefined) return []
    const pointer = pointerTo('', 'panelCounts', number)
    return [
      {
        id: pointer,
        kind: 'count',
        target,
        property: 'panelCounts',
        pointer,
        text: `{${from}}`,
        condition: { kind: 'answer', path: from, raw: false },
        faults: [],
        reads: [from],
        editable: false,
      },
    ]
  })

/** Texts that say what somebody answered. */
const pipingRules = (instrument: Instrument, resolve: Reading['resolve']): readonly Rule[] => {
  const places = placesOf(instrument)
  const byPath = new Map(places.map((place) => [place.path, place]))
  const placeOf = (path: Pointer): Place | undefined => {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const place = byPath.get(at)
      if (place !== undefined) return place
    }
    return byPath.get('')
  }
  const found = new Map<Pointer, Rule>()
  for (const { tag } of instrument.languages)
    for (const { path, property, text } of textsOf(instrument, tag)) {
      const target = text?.includes('{') === true ? placeOf(path) : undefined
      if (text === undefined || target === undefined) continue
      const reads = namesInExpression(text).flatMap((name) => resolve(name, target) ?? [])
      if (reads.length === 0) continue
      const before = found.get(path)
      found.set(path, {
        id: path,
        kind: 'piping',
        target,
        property,
        pointer: `/survey${path}`,
        text: before?.text ?? text,
        condition: undefined,
        faults: [],
        reads: [...new Set([...(before?.reads ?? []), ...reads])],
        editable: false,
      })
    }
  return [...found.values()]
}
