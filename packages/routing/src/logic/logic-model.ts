import { type Instrument, type Item, itemsOf } from '@echolot/instrument'
import { type AnswerSource, answerSources } from './answer-source.ts'
import { makeAtoms, noneIn } from './atoms.ts'
import { answer, answersIn, type Condition } from './condition.ts'
import { type Domain, domainOf, isSet, keyOf, noteUses, type Use } from './domains.ts'
import { all, FALSE, type Formula, isOpen, negated, some, TRUE } from './formula.ts'
import { type Place, placesOf } from './places-of.ts'
import { type Rule, rulesOf } from './rules-of.ts'

/** One condition of a chain, as it is checked on real answers. */
export type Check = {
  readonly text: string
  /** The choice or row in question. */
  readonly offered?: string | number
  /** Key of the repeated panel in whose entry it stands. */
  readonly entry?: string
  /** Key of the matrix in whose row it stands. */
  readonly rowOf?: string
}

/** A page, panel, item, or a choice or row with conditions of its own. */
export type LogicNode = {
  readonly place: Place
  readonly item?: Item
  /** Number of its page, and its number in the form. */
  readonly page: number
  readonly position: number
  /** All that must hold around it, and its own condition. */
  readonly around: Formula
  readonly own: Formula
  readonly shown: Formula
  readonly checks: readonly Check[]
  readonly ownRule?: Rule
  readonly parent?: LogicNode
  /** Key of the repeated panel it lies in. */
  readonly entry?: string
}

/** A questionnaire as statements about finitely many answers. */
export type LogicModel = {
  readonly instrument: Instrument
  readonly nodes: readonly LogicNode[]
  /** Matrices and repeated panels that hold other items. */
  readonly containers: readonly Item[]
  /** Shown with something on it: a page or panel of which everything is hidden is not displayed. */
  readonly displayed: ReadonlyMap<LogicNode, Formula>
  readonly domains: ReadonlyMap<string, Domain>
  readonly sources: ReadonlyMap<string, AnswerSource>
  /** Hold for any respondent at any time. */
  readonly laws: readonly Formula[]
  /** Holds besides for those who never go back. */
  readonly forward: Formula
  /** By page: what must be answered before anybody comes to it. */
  readonly before: readonly Formula[]
  readonly formulaOf: (condition: Condition, place: Place, offered?: unknown) => Formula
  readonly sourceOf: ReturnType<typeof answerSources>
  /** The question's node by key. */
  readonly nodesOf: ReadonlyMap<string, readonly LogicNode[]>
  /** Keys that a formula speaks of. */
  readonly keysIn: (formula: Formula) => ReadonlySet<string>
}

/** Types whose answer a respondent always can give when asked. */
const SURE = new Set(['radiogroup', 'dropdown', 'rating', 'buttongroup', 'boolean'])

/**
 * @param asked conditions besides the instrument's own that will be asked about it
 */
export const logicModelOf = (
  instrument: Instrument,
  asked: readonly Condition[] = [],
): LogicModel => {
  const { survey } = instrument
  const places = placesOf(instrument)
  const items = itemsOf(instrument)
  const itemAt = new Map(items.map((item) => [item.path, item]))
  const sourceOf = answerSources(instrument)
  const rules = rulesOf(instrument)
  const rulesAt = Map.groupBy(rules, ({ target }) => target.path)

  const uses = new Map<string, Use>()
  const usageOf = (key: string): Use => {
    const use = uses.get(key) ?? { constants: new Set(), bare: false }
    uses.set(key, use)
    return use
  }
  const sources = new Map<string, AnswerSource>()
  const note = (condition: Condition, place: Place | undefined) => {
    noteUses(condition, { place, sourceOf, usageOf })
    for (const path of answersIn(condition)) {
      const source = sourceOf(path, place)
      const key = keyOf(source)
      if (source !== undefined && key !== undefined) sources.set(key, source)
    }
  }
  for (const { condition, target, kind, property } of rules)
    if (condition !== undefined)
      note(condition, kind === 'show-entries' && property !== '' ? inside(target) : target)
  for (const condition of asked) note(condition, undefined)
  for (const { from } of instrument.panelCounts ?? []) {
    note({ kind: 'presence', operator: 'empty', operand: answer(from) }, undefined)
    usageOf(from).constants.add(1)
  }
  for (const { kind, of, json, path } of places)
    if (kind === 'choice' && Array.isArray(json.elements)) {
      const owner = itemAt.get(path.replace(/\/choices\/\d+$/, ''))
      if (owner !== undefined && of !== undefined && owner.parent === undefined)
        note({ kind: 'presence', operator: 'empty', operand: answer(owner.key) }, undefined)
    }

  const partKeys = new Map<string, readonly string[]>()
  for (const item of items) {
    if (!uses.has(item.key) || item.parent !== undefined) continue
    const paths =
      item.type === 'matrix'
        ? item.rows.map(({ value }) => `${item.key}.${value}`)
        : item.type === 'multipletext'
          ? items.flatMap(({ parent, key }) => (parent === item.name ? [`${item.key}.${key}`] : []))
          : item.type === 'matrixdropdown'
            ? item.rows.flatMap(({ value }) =>
                items.flatMap(({ parent, key }) =>
                  parent === item.name ? [`${item.key}.${value}.${key}`] : [],
                ),
              )
            : []
    if (paths.length === 0 || paths.length > 200) continue
    partKeys.set(
      item.key,
      paths.flatMap((path) => {
        const source = sourceOf(path)
        const key = keyOf(source)
        if (source === undefined || key === undefined) return []
        usageOf(key)
        sources.set(key, source)
        return [key]
      }),
    )
  }

  const written = writtenValues(instrument, items)
  const domains = new Map<string, Domain>()
  for (const [key, source] of sources) {
    const others = written.get((source.owner ?? source.item)?.name ?? '')
    if (others === 'anything') continue
    const domain = domainOf(source, { use: usageOf(key), instrument })
    if (domain === undefined) continue
    if (others !== undefined && isSet(domain)) continue
    domains.set(
      key,
      others === undefined
        ? domain
        : { ...domain, values: [...new Set([...domain.values, ...others])] },
    )
  }
  const calculated = new Map(
    rules.flatMap(({ kind, target, condition }) =>
      kind === 'calculate' && target.kind === 'calculated' && condition !== undefined
        ? [[target.name, condition] as const]
        : [],
    ),
  )
  const atoms = makeAtoms({
    sourceOf,
    domains,
    isBare: (key) => uses.get(key)?.bare === true,
    calculated,
    partKeys,
  })
  const formulaOf: LogicModel['formulaOf'] = (condition, place, offered) =>
    atoms.formulaOf(condition, { place, ...(offered === undefined ? {} : { offered }) })

  const ruleOf = (place: Place, property: string) =>
    rulesAt.get(place.path)?.find((rule) => rule.property === property)
  /** As in survey-core, a condition that cannot be read hides nothing. */
  const holds = (rule: Rule | undefined, place: Place, offered?: unknown): Formula =>
    rule?.condition === undefined ? TRUE : formulaOf(rule.condition, place, offered)

  const countFrom = new Map((instrument.panelCounts ?? []).map(({ panel, from }) => [panel, from]))
  const hasEntry = (item: Item): Formula => {
    const from = countFrom.get(item.name)
    const domain = from === undefined ? undefined : domains.get(from)
    if (from === undefined || domain === undefined || isSet(domain))
      return { kind: 'open', name: `entries of ${item.key}` }
    return {
      kind: 'among',
      key: from,
      values: domain.values.flatMap((value, number) =>
        Math.floor(Number(value ?? Number.NaN)) >= 1 ? [number] : [],
      ),
    }
  }

  const nodes: LogicNode[] = []
  const byPath = new Map<string, LogicNode>()
  const pageNumbers = new Map<string, number>()
  const add = (node: LogicNode) => {
    nodes.push(node)
    byPath.set(node.place.path, node)
  }
  for (const [position, place] of places.entries()) {
    const { kind, json, path } = place
    if (kind === 'page') pageNumbers.set(path, pageNumbers.size)
    if (!['page', 'panel', 'item', 'choice', 'row', 'column'].includes(kind)) continue
    const parent = kind === 'page' ? undefined : ancestorOf(path, byPath)
    const item = kind === 'item' || kind === 'column' ? itemAt.get(path) : undefined
    const page = kind === 'page' ? (pageNumbers.get(path) ?? 0) : (parent?.page ?? 0)
    const inEntry = parent?.item?.type === 'paneldynamic' ? parent.item.key : parent?.entry
    const below =
      parent === undefined ? TRUE : aroundBelow(parent, { hasEntry, holds, ruleOf, domains })
    const around = parent === undefined ? TRUE : all([parent.shown, below])
    const offered = kind === 'choice' || kind === 'row' ? valueIn(json) : undefined
    const own = ruleOf(place, 'visibleIf')
    const shared =
      parent === undefined || offered === undefined
        ? undefined
        : ruleOf(
            parent.place,
            kind === 'row'
              ? 'rowsVisibleIf'
              : parent.item?.type === 'matrix'
                ? 'columnsVisibleIf'
                : 'choicesVisibleIf',
          )
    if ((kind === 'choice' || kind === 'row') && own === undefined && shared === undefined) {
      const holdsElements = Array.isArray(json.elements)
      if (!holdsElements) continue
    }
    const ownRule = kind === 'choice' && own !== undefined ? own : (own ?? shared)
    const ownFormula =
      own === undefined && json.visible === false && kind !== 'choice' && kind !== 'row'
        ? FALSE
        : kind === 'row'
          ? all([holds(own, place, offered), holds(shared, parent?.place ?? place, offered)])
          : kind === 'choice'
            ? own === undefined
              ? holds(shared, parent?.place ?? place, offered)
              : holds(own, place, offered)
            : holds(own, place)
    const check = (rule: Rule | undefined): readonly Check[] =>
      rule?.condition === undefined
        ? []
        : [
            {
              text: rule.text,
              ...(offered === undefined ? {} : { offered }),
              ...(inEntry === undefined ? {} : { entry: inEntry }),
              ...(kind === 'column' && parent?.item !== undefined
                ? { rowOf: parent.item.key }
                : {}),
            },
          ]
    const entryRule =
      parent?.item?.type === 'paneldynamic' ? ruleOf(parent.place, 'templateVisibleIf') : undefined
    const pickedBy =
      parent?.place.kind === 'choice' && parent.parent?.item !== undefined
        ? [{ text: pickedText(parent.parent.item, parent.place.json) }]
        : []
    add({
      place,
      ...(item === undefined ? {} : { item }),
      page,
      position,
      around,
      own: ownFormula,
      shown: all([around, ownFormula]),
      checks: [
        ...(parent?.checks ?? []),
        ...check(entryRule),
        ...pickedBy,
        ...(ownFormula === FALSE && own === undefined ? [{ text: 'false' }] : []),
        ...(kind === 'choice' && own !== undefined
          ? check(own)
          : [...check(own), ...check(shared)]),
      ],
      ...(ownRule === undefined ? {} : { ownRule }),
      ...(parent === undefined ? {} : { parent }),
      ...(inEntry === undefined ? {} : { entry: inEntry }),
    })
  }

  const displayed = new Map<LogicNode, Formula>()
  for (const node of nodes.toReversed()) {
    const isGroup = node.place.kind === 'page' || node.place.kind === 'panel'
    const inner = nodes.filter(({ parent }) => parent === node)
    displayed.set(
      node,
      isGroup
        ? { kind: 'or', parts: inner.map((part) => displayed.get(part) ?? part.shown) }
        : node.shown,
    )
  }
  const nodesOf = new Map<string, LogicNode[]>()
  for (const node of nodes)
    if (node.item !== undefined && node.place.kind === 'item') {
      const key =
        node.parent?.item?.type === 'multipletext'
          ? `${node.parent.item.key} ${node.item.key}`
          : node.entry === undefined
            ? node.item.key
            : `${node.entry} entry ${node.item.key}`
      nodesOf.set(key, [...(nodesOf.get(key) ?? []), node])
    }
  const ownersOf = (key: string): readonly LogicNode[] => {
    const source = sources.get(key)
    if (source?.kind !== 'item') return []
    if (source.comment) return nodesOf.get(source.item?.key ?? '') ?? []
    return (
      nodesOf.get(key) ?? (source.owner === undefined ? [] : (nodesOf.get(source.owner.key) ?? []))
    )
  }

  const kept = new WeakMap<Formula, ReadonlySet<string>>()
  const keysIn = (formula: Formula): ReadonlySet<string> => {
    const known = kept.get(formula)
    if (known !== undefined) return known
    const keys =
      formula.kind === 'among' || formula.kind === 'picked'
        ? new Set([formula.key])
        : formula.kind === 'not'
          ? keysIn(formula.part)
          : formula.kind === 'and' || formula.kind === 'or'
            ? new Set(formula.parts.flatMap((part) => [...keysIn(part)]))
            : new Set<string>()
    kept.set(formula, keys)
    return keys
  }

  /** Whether it is settled once and for all when somebody comes by that a node is shown. */
  const settled = new Map<LogicNode, boolean>()
  const isSettled = (node: LogicNode): boolean => {
    const known = settled.get(node)
    if (known !== undefined) return known
    settled.set(node, false)
    const result =
      !isOpen(node.shown) &&
      [...keysIn(node.shown)].every((key) => {
        if (sources.get(key)?.kind === 'context') return true
        const owners = ownersOf(key)
        return (
          owners.length > 0 &&
          owners.every(
            (owner) =>
              owner.position < node.position &&
              !written.has(owner.item?.name ?? '') &&
              isSettled(owner),
          )
        )
      })
    settled.set(node, result)
    return result
  }

  const answered = (key: string): Formula => {
    const domain = domains.get(key)
    if (domain === undefined) return FALSE
    return isSet(domain)
      ? negated(noneIn(key, domain))
      : { kind: 'among', key, values: domain.values.flatMap((_, at) => (at === 0 ? [] : [at])) }
  }
  const forgets =
    survey.clearInvisibleValues === 'onHidden' ||
    survey.clearInvisibleValues === 'onHiddenContainer'
  const laws: Formula[] = []
  const forward: Formula[] = []
  for (const key of domains.keys()) {
    const owners = ownersOf(key)
    if (owners.length === 0 || owners.some(({ item }) => item?.role === 'computed')) continue
    if (owners.some(({ item }) => written.has(item?.name ?? ''))) continue
    const shown = owners.length === 1 ? owners[0]?.shown : some(owners.map((owner) => owner.shown))
    if (shown === undefined || shown === TRUE) continue
    const law = some([negated(answered(key)), shown])
    if (forgets) laws.push(law)
    else if (owners.every(isSettled)) forward.push(law)
  }
  for (const node of nodes) {
    const owner = node.parent?.item
    if (node.place.kind !== 'choice' || owner === undefined || !isSettled(node)) continue
    if (owner.type === 'matrix' || node.entry !== undefined || node.parent?.place.kind !== 'item')
      continue
    const domain = domains.get(owner.key)
    const value = valueIn(node.place.json)
    const number = domain?.values.indexOf(value) ?? -1
    if (domain === undefined || number < (isSet(domain) ? 0 : 1)) continue
    const picked: Formula = isSet(domain)
      ? { kind: 'picked', key: owner.key, choice: number }
      : { kind: 'among', key: owner.key, values: [number] }
    laws.push(some([negated(picked), node.own]))
  }

  const before: Formula[] = []
  const isFree = survey.checkErrorsMode !== undefined || survey.questionsOnPageMode !== undefined
  const conditionalChoices = new Set(
    nodes.flatMap(({ place, parent }) =>
      place.kind === 'choice' && parent !== undefined ? [parent.place.path] : [],
    ),
  )
  let known: Formula = TRUE
  for (let page = 0; page <= pageNumbers.size; page++) {
    before.push(known)
    const must = nodes.flatMap((node): readonly Formula[] => {
      const { item } = node
      const isSure =
        node.page === page &&
        item?.required === true &&
        node.entry === undefined &&
        item.parent === undefined &&
        SURE.has(item.type) &&
        (item.choices.length > 0 || item.type === 'boolean') &&
        item.json.validators === undefined &&
        item.json.readOnly !== true &&
        item.json.enableIf === undefined &&
        !conditionalChoices.has(item.path)
      return !isFree && isSure && domains.has(item.key) && isSettled(node)
        ? [some([negated(node.shown), answered(item.key)])]
        : []
    })
    if (must.length > 0) known = { kind: 'and', parts: [known, ...must] }
  }
  return {
    instrument,
    nodes,
    containers: items.filter(({ role, parent }) => role === 'container' && parent === undefined),
    displayed,
    domains,
    sources,
    laws,
    forward: forward.length === 0 ? TRUE : { kind: 'and', parts: forward },
    before,
    formulaOf,
    sourceOf,
    nodesOf,
    keysIn,
  }
}

/** By item, the values it can get without anybody answering: by triggers, expressions or from the start. */
const writtenValues = (
  instrument: Instrument,
  items: readonly Item[],
): ReadonlyMap<string, 'anything' | readonly unknown[]> => {
  const written = new Map<string, 'anything' | readonly unknown[]>()
  const add = (name: string, value: 'anything' | { readonly is: unknown }) => {
    const before = written.get(name) ?? []
    written.set(
      name,
      before === 'anything' || value === 'anything' || typeof value.is === 'object'
        ? 'anything'
        : [...before, value.is],
    )
  }
  for (const { kind, target, action } of rulesOf(instrument)) {
    if (action?.setTo !== undefined)
      add(action.setTo, action.type === 'setvalue' ? { is: action.value } : 'anything')
    if (kind === 'set-value' || kind === 'default') add(target.name, 'anything')
  }
  for (const { name, json } of items)
    if (json.defaultValue !== undefined) add(name, { is: json.defaultValue })
  return written
}

const valueIn = (json: Place['json']): string | number | undefined => {
  const value = json.value ?? json.name
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

const ancestorOf = (
  path: string,
  byPath: ReadonlyMap<string, LogicNode>,
): LogicNode | undefined => {
  for (let at = path; at !== ''; ) {
    at = at.slice(0, at.lastIndexOf('/'))
    const node = byPath.get(at)
    if (node !== undefined && node.place.kind !== 'row' && node.place.kind !== 'column') return node
  }
  return undefined
}

/** A place inside the entries of a repeated panel. */
const inside = (panel: Place): Place => ({ ...panel, path: `${panel.path}/templateElements` })

/** What must hold besides for whatever lies directly in a node: an entry, or the choice being picked. */
const aroundBelow = (
  parent: LogicNode,
  {
    hasEntry,
    holds,
    ruleOf,
    domains,
  }: {
    readonly hasEntry: (item: Item) => Formula
    readonly holds: (rule: Rule | undefined, place: Place) => Formula
    readonly ruleOf: (place: Place, property: string) => Rule | undefined
    readonly domains: ReadonlyMap<string, Domain>
  },
): Formula => {
  const { item, place } = parent
  if (item?.type === 'paneldynamic')
    return all([hasEntry(item), holds(ruleOf(place, 'templateVisibleIf'), inside(place))])
  if (place.kind !== 'choice' || parent.parent?.item === undefined) return TRUE
  const owner = parent.parent.item
  const domain = domains.get(owner.key)
  const number = domain?.values.indexOf(valueIn(place.json)) ?? -1
  if (domain === undefined || number < 0)
    return { kind: 'open', name: `${owner.key} picked ${String(valueIn(place.json))}` }
  return isSet(domain)
    ? { kind: 'picked', key: owner.key, choice: number }
    : { kind: 'among', key: owner.key, values: [number] }
}

const pickedText = (item: Item, json: Place['json']): string => {
  const value = valueIn(json)
  const operand = typeof value === 'string' ? `'${value.replaceAll(/(['"])/g, '\\$1')}'` : value
  const several = item.type === 'checkbox' || item.type === 'tagbox'
  return `{${item.key}} ${several ? 'contains' : '='} ${operand}`
}
