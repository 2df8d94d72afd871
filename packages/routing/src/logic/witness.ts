import { type Instrument, itemsOf } from '@echolot/instrument'
import { type Condition, conditionCompiler, type Scope } from '../condition.ts'
import { type Answers, entryScope, routeOf, scopeOf } from '../route.ts'
import { pagesFor, settledAnswers, type WalkedPage, walk } from '../shown-items.ts'
import { isSet } from './domains.ts'
import type { LogicModel, LogicNode } from './logic-model.ts'
import type { Assignment } from './solver.ts'

/** Answers that show something, and the way they lead. */
export type Witness = {
  readonly answers: Answers
  /** Values that nobody is asked for. */
  readonly context: Answers
  /** The pages they lead to in order, and the items on each. */
  readonly path: readonly WalkedPage[]
}

/** The answers an assignment stands for. */
export const answersFrom = (
  model: LogicModel,
  assignment: Assignment,
): { readonly answers: Answers; readonly context: Answers } => {
  const answers: Record<string, unknown> = {}
  const context: Record<string, unknown> = {}
  const entries = new Map<string, Record<string, unknown>>()
  const rows = new Map<string, Record<string, unknown>>()
  for (const [key, source] of model.sources) {
    const domain = model.domains.get(key)
    if (domain === undefined) continue
    const value = isSet(domain)
      ? pickedValues(domain, assignment.picked(key))
      : domain.values[assignment.value(key)]
    if (value === undefined) continue
    const { item, owner, row, entry } = source
    if (source.kind === 'context') context[source.name] = value
    else if (item === undefined) continue
    else if (source.comment) answers[`${item.key}-Comment`] = value
    else if (entry === 'own' && owner !== undefined) {
      const into = owner.type === 'paneldynamic' ? entries : rows
      into.set(owner.key, { ...into.get(owner.key), [item.key]: value })
    } else if (owner === undefined) answers[item.key] = value
    else if (owner.type === 'matrixdropdown' && row !== undefined) {
      const matrix = (answers[owner.key] ?? {}) as Record<string, Record<string, unknown>>
      answers[owner.key] = { ...matrix, [row]: { ...matrix[row], [item.key]: value } }
    } else answers[owner.key] = { ...((answers[owner.key] ?? {}) as object), [item.key]: value }
  }
  const counts = new Map(
    (model.instrument.panelCounts ?? []).map(({ panel, from }) => [panel, from]),
  )
  for (const item of model.containers) {
    if (item.type === 'paneldynamic') {
      const from = counts.get(item.name)
      const count =
        from === undefined
          ? assignment.open(`entries of ${item.key}`)
            ? 1
            : 0
          : Math.max(0, Math.min(20, Math.floor(Number(answers[from] ?? 0)) || 0))
      if (count > 0)
        answers[item.key] = Array.from({ length: count }, () => ({ ...entries.get(item.key) }))
    }
    const row = rows.get(item.key)
    if (item.type === 'matrixdynamic' && row !== undefined) answers[item.key] = [row]
    if (item.type === 'matrixdropdown' && row !== undefined) {
      const matrix = (answers[item.key] ?? {}) as Record<string, object>
      answers[item.key] = Object.fromEntries(
        item.rows.map(({ value }) => [String(value), { ...row, ...matrix[String(value)] }]),
      )
    }
  }
  return { answers, context }
}

const pickedValues = (
  { values, single }: { readonly values: readonly unknown[]; readonly single: readonly number[] },
  picked: readonly number[],
): unknown => {
  if (picked.length === 0) return undefined
  const alone = picked.find((choice) => single.includes(choice))
  return alone === undefined ? picked.map((choice) => values[choice]) : values[alone]
}

/** The answers of somebody who goes page by page and never back: each counts only where its item was shown. */
const walkedForward = (
  instrument: Instrument,
  answers: Answers,
  context: Answers | undefined,
): Answers => {
  const route = routeOf(instrument)
  const given: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(answers))
    if (!route.questions.has(key.replace(/-Comment$/, ''))) given[key] = value
  for (const page of route.pages)
    for (let round = 0; round < ROUNDS; round++) {
      const scope = scopeOf(route, { answers: given, context })
      const due = pagesFor({ ...route, pages: [page] }, scope)
        .flatMap(({ nodes }) => nodes)
        .flatMap(({ node }) => [node.item.key, `${node.item.key}-Comment`])
        .filter((key) => Object.hasOwn(answers, key) && !Object.hasOwn(given, key))
      if (due.length === 0) break
      for (const key of due) given[key] = answers[key]
    }
  return given
}

/** No context at all where it is empty, which spares a copy of all answers at every look. */
const orNone = (context: Answers): Answers | undefined =>
  Object.keys(context).length === 0 ? undefined : context

/** Rounds after which answers on a page that keep opening others are left. */
const ROUNDS = 12

/** One way answers can be given, and what survey-core's conditions say about it. */
export type Way = {
  readonly witness: Witness
  readonly shows: (node: LogicNode) => boolean
  readonly holds: (expression: string) => boolean
}

export type Verifier = {
  /** Page by page, then, where that is asked for or makes no difference, with all answers at once. */
  readonly waysFor: (
    given: { readonly answers: Answers; readonly context: Answers },
    going: 'forward' | 'back',
  ) => readonly Way[]
  /**
   * The way of these answers if it shows a node: first of somebody who never goes back, then, where that is asked for
   * or makes no difference, with all answers at once.
   */
  readonly witnessFor: (
    given: { readonly answers: Answers; readonly context: Answers },
    going: 'forward' | 'back',
  ) => (node: LogicNode) => Witness | undefined
}

/** Runs answers through survey-core's conditions before anybody is told that they show something. */
export const makeVerifier = (instrument: Instrument): Verifier => {
  const route = routeOf(instrument)
  const items = itemsOf(instrument)
  const names = [
    ...new Set([
      ...items.flatMap(({ key, name }) => [key, name, `${key}-Comment`]),
      ...route.calculated.map(({ name }) => name),
      ...(instrument.context ?? []).map(({ name }) => name),
    ]),
  ]
  const compile = conditionCompiler(names)
  const witnessOf = ({
    answers,
    context: given,
  }: {
    readonly answers: Answers
    readonly context: Answers
  }): Way => {
    const context = orNone(given)
    const settled = settledAnswers(instrument, answers, { context })
    const path = walk(instrument, settled, { context })
    const shown = new Set(path.flatMap((page) => page.shown))
    const base = scopeOf(route, { answers: settled, context })
    const scope: Scope = { ...base, known: [] }
    const pages = new Set(path.map(({ page }) => page))
    const shows = (node: LogicNode): boolean => {
      const { place, item, entry } = node
      if (place.kind === 'page') return pages.has(place.name)
      if (item !== undefined && (item.role === 'answer' || item.role === 'container')) {
        const isPart = node.parent?.item?.type === 'multipletext' || place.kind === 'column'
        const name = entry === undefined ? item.name : `${item.name}_1`
        const isNested = node.parent?.entry !== undefined && entry !== node.parent.entry
        if (!isPart && !isNested && !shown.has(name)) return false
      }
      if (!pages.has(place.page)) return false
      return node.checks.every((check) => {
        const condition: Condition = compile(check.text)
        return condition.holds(scopeFor(check, scope, settled))
      })
    }
    const holds = (expression: string) => compile(expression).holds(scope)
    return { witness: { answers: settled, context: given, path }, shows, holds }
  }
  const waysFor: Verifier['waysFor'] = ({ answers, context }, going) => [
    witnessOf({ answers: walkedForward(instrument, answers, orNone(context)), context }),
    ...(route.forgetsHidden || going === 'back' ? [witnessOf({ answers, context })] : []),
  ]
  return {
    waysFor,
    witnessFor: (given, going) => {
      const ways = waysFor(given, going)
      return (node) => ways.find(({ shows }) => shows(node))?.witness
    },
  }
}

const scopeFor = (check: LogicNode['checks'][number], scope: Scope, answers: Answers): Scope => {
  let local: Scope = scope
  if (check.entry !== undefined) {
    const all = Array.isArray(answers[check.entry]) ? (answers[check.entry] as unknown[]) : []
    local = entryScope(local, { of: 'panel', values: all[0], place: 0, all })
  }
  if (check.rowOf !== undefined) {
    const matrix = answers[check.rowOf]
    const rows = typeof matrix === 'object' && matrix !== null ? Object.entries(matrix) : []
    const [row = '', values] = rows[0] ?? []
    local = entryScope(local, { of: 'row', values, place: 0, all: rows, row })
  }
  return check.offered === undefined
    ? local
    : {
        ...local,
        local: { ...local.local, item: check.offered, choice: check.offered, row: check.offered },
      }
}
