import type { Instrument } from '@echolot/instrument'
import type { Scope } from './condition.ts'
import {
  type Answers,
  allHold,
  answerIn,
  entryCount,
  entryScope,
  type QuestionNode,
  type Route,
  type RouteNode,
  routeOf,
  scopeOf,
} from './route.ts'

/** One page as a respondent with these answers sees it. */
export type WalkedPage = { readonly page: string; readonly shown: readonly string[] }

/** What the answers are judged with beside themselves: values nobody is asked for. */
export type RouteOptions = { readonly context?: Answers | undefined }

/**
 * Names of all items displayed on the whole route of these answers, in the order of the form. Inside a repeated panel
 * a name carries its entry's number (`child_age_2`) after the panel's own name; rows of a matrix are named only where
 * conditions decide on them. Answers of items that are not displayed count as forgotten where the survey says so.
 */
export const shownItems = (
  instrument: Instrument,
  answers: Answers,
  options: RouteOptions = {},
): readonly string[] => walk(instrument, answers, options).flatMap(({ shown }) => shown)

/** The pages that a respondent with these answers comes to, and what each of them displays. */
export const walk = (
  instrument: Instrument,
  answers: Answers,
  options: RouteOptions = {},
): readonly WalkedPage[] => {
  const route = routeOf(instrument)
  const settled = settledAnswers(instrument, answers, options)
  return pagesFor(route, scopeOf(route, { answers: settled, context: options.context })).map(
    ({ page, nodes }) => ({
      page,
      shown: nodes.flatMap(({ node, scope }) => shownNames(node, scope)),
    }),
  )
}

/** Rounds after which answers that keep hiding each other are left as they are. */
const ROUNDS = 20

/** The answers without those of hidden items, until nothing more becomes hidden. */
export const settledAnswers = (
  instrument: Instrument,
  answers: Answers,
  { context }: RouteOptions = {},
): Answers => {
  const route = routeOf(instrument)
  if (!route.forgetsHidden) return answers
  let settled = answers
  for (let round = 0; round < ROUNDS; round++) {
    const scope = scopeOf(route, { answers: settled, context })
    const displayed = new Map<string, { readonly node: QuestionNode; readonly scope: Scope }>()
    for (const { nodes } of pagesFor(route, scope))
      for (const shown of nodes) displayed.set(shown.node.item.key, shown)
    const kept: Record<string, unknown> = {}
    let changed = false
    for (const [key, value] of Object.entries(settled)) {
      const questions =
        route.questions.get(key) ?? route.questions.get(key.replace(/-Comment$/, ''))
      const shown =
        questions === undefined ? undefined : displayed.get(questions[0]?.item.key ?? '')
      if (
        questions !== undefined &&
        shown === undefined &&
        questions.every(({ item }) => item.role !== 'computed')
      ) {
        changed = true
        continue
      }
      const next =
        shown !== undefined && shown.node.item.type === 'paneldynamic'
          ? settledEntries(shown.node, shown.scope, value)
          : value
      if (next !== value) changed = true
      kept[key] = next
    }
    if (!changed) return settled
    settled = kept
  }
  return settled
}

/** Entries beyond the count, and hidden answers inside entries, forgotten. */
const settledEntries = (node: QuestionNode, scope: Scope, value: unknown): unknown => {
  if (!Array.isArray(value)) return value
  const count = entryCount(node, scope)
  let changed = value.length > count
  const entries = value.slice(0, count).map((entry: unknown, place) => {
    if (typeof entry !== 'object' || entry === null) return entry
    const shown = new Set(
      displayedNodes(
        node.parts,
        entryScope(scope, { of: 'panel', values: entry, place, all: value }),
      ).map(({ node: part }) => part.item.key),
    )
    const known = new Set(questionsIn(node.parts).map(({ item }) => item.key))
    const kept = Object.entries(entry).filter(([key]) => shown.has(key) || !known.has(key))
    if (kept.length === Object.keys(entry).length) return entry
    changed = true
    return Object.fromEntries(kept)
  })
  return changed ? entries : value
}

const questionsIn = (nodes: readonly RouteNode[]): readonly QuestionNode[] =>
  nodes.flatMap((node) => (node.kind === 'group' ? questionsIn(node.parts) : [node]))

type Displayed = { readonly node: QuestionNode; readonly scope: Scope }

/** Pages that have anything to display, with the questions on them. */
export const pagesFor = (
  route: Route,
  scope: Scope,
): readonly { readonly page: string; readonly nodes: readonly Displayed[] }[] =>
  route.pages.flatMap(({ name, tests, parts }) => {
    if (!allHold(tests, scope)) return []
    const nodes = displayedNodes(parts, scope)
    return nodes.length === 0 ? [] : [{ page: name, nodes }]
  })

/** The questions among `parts` that are displayed in this scope, panels opened. */
export const displayedNodes = (parts: readonly RouteNode[], scope: Scope): readonly Displayed[] => {
  const displayed: Displayed[] = []
  for (const node of parts) {
    if (!allHold(node.tests, scope)) continue
    if (node.kind === 'group') displayed.push(...displayedNodes(node.parts, scope))
    else displayed.push({ node, scope })
  }
  return displayed
}

/** The names under which a displayed question is reported. */
export const shownNames = (node: QuestionNode, scope: Scope): readonly string[] => {
  const { item } = node
  if (item.role === 'text' || item.role === 'computed') return []
  if (item.type === 'matrix') return [item.name, ...conditionalRows(node, scope)]
  if (item.type !== 'paneldynamic') return [item.name]
  return [item.name, ...entryNames(node, scope, '')]
}

const entryNames = (node: QuestionNode, scope: Scope, suffix: string): readonly string[] => {
  const answered = answerIn(node, scope)
  const entries: readonly unknown[] = Array.isArray(answered) ? answered : []
  const count = entryCount(node, scope)
  return Array.from({ length: count }, (_, place) => {
    const inner = entryScope(scope, { of: 'panel', values: entries[place], place, all: entries })
    if (node.entryTest?.holds(inner) === false) return []
    return displayedNodes(node.parts, inner).flatMap(({ node: part }) => {
      if (part.item.role === 'text' || part.item.role === 'computed') return []
      const own = `${suffix}_${place + 1}`
      return part.item.type === 'paneldynamic'
        ? [part.item.name + own, ...entryNames(part, inner, own)]
        : [part.item.name + own]
    })
  }).flat()
}

const conditionalRows = (node: QuestionNode, scope: Scope): readonly string[] => {
  if (node.rowTests.size === 0 && node.rowsTest === undefined) return []
  return node.item.rows
    .map(({ value }) => String(value))
    .filter((row) => rowIsShown(node, scope, row))
}

/** Whether a row of a matrix is displayed. */
export const rowIsShown = (node: QuestionNode, scope: Scope, row: string): boolean => {
  const own = node.rowTests.get(row)
  if (own === undefined && node.rowsTest === undefined) return true
  const inner: Scope = { ...scope, local: { ...scope.local, item: row, row: row } }
  return (own?.holds(inner) ?? true) && (node.rowsTest?.holds(inner) ?? true)
}
