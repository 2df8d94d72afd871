import {
  entriesOf,
  type Instrument,
  type Item,
  itemsOf,
  pagesOf,
  pointerTo,
} from '@echolot/instrument'
import { type Condition, compileExpression, conditionCompiler, type Scope } from './condition.ts'

/** Answers as SurveyJS keeps them. */
export type Answers = { readonly [key: string]: unknown }

/** A question with its compiled conditions. */
export type QuestionNode = {
  readonly kind: 'question'
  readonly item: Item
  readonly tests: readonly Condition[]
  /** What a repeated panel holds, or the columns of a matrix. */
  readonly parts: readonly RouteNode[]
  /** Decides on each entry of a repeated panel. */
  readonly entryTest: Condition | undefined
  readonly rowTests: ReadonlyMap<string, Condition>
  readonly rowsTest: Condition | undefined
  readonly choiceTests: ReadonlyMap<string, Condition>
  readonly choicesTest: Condition | undefined
  readonly requiredTest: Condition | undefined
  readonly expression: ((scope: Scope) => unknown) | undefined
  /** How many entries a repeated panel must have; undefined where respondents add and remove them. */
  readonly counted: ((scope: Scope) => unknown) | undefined
  readonly entries: number
}

/** A panel: displayed together, or not at all. */
export type GroupNode = {
  readonly kind: 'group'
  readonly tests: readonly Condition[]
  readonly parts: readonly RouteNode[]
}

export type RouteNode = QuestionNode | GroupNode

export type PageNode = {
  readonly name: string
  readonly tests: readonly Condition[]
  readonly parts: readonly RouteNode[]
}

/** An instrument's way through its pages, compiled once. */
export type Route = {
  readonly pages: readonly PageNode[]
  /** Keys that answers may have at the top level, and the questions behind each. */
  readonly questions: ReadonlyMap<string, readonly QuestionNode[]>
  readonly calculated: readonly {
    readonly name: string
    readonly value: (scope: Scope) => unknown
  }[]
  /** Whether the survey forgets the answers of what becomes hidden. */
  readonly forgetsHidden: boolean
}

const routes = new WeakMap<Instrument, Route>()

/** The compiled route of an instrument; compiled once for each instrument object. */
export const routeOf = (instrument: Instrument): Route => {
  const known = routes.get(instrument)
  if (known !== undefined) return known
  const route = compileRoute(instrument)
  routes.set(instrument, route)
  return route
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const NEVER: Condition = { source: 'false', holds: () => false }

/** Holds while a choice of a question is picked. */
const pickedTest = (item: Item, value: unknown): Condition => ({
  source: `{${item.key}} = ${String(value)}`,
  holds: (scope) => {
    const answer = answerIn({ item }, scope)
    return Array.isArray(answer) ? answer.includes(value) : answer === value
  },
})

const compileRoute = (instrument: Instrument): Route => {
  const items = itemsOf(instrument)
  const byPath = new Map(items.map((item) => [item.path, item]))
  const survey = instrument.survey
  const calculatedJson = listOf(survey.calculatedValues).filter(isObject)
  const names = [
    ...items.flatMap(({ key, name }) => [key, name, `${key}-Comment`]),
    ...calculatedJson.map(({ name }) => String(name)),
    ...(instrument.context ?? []).map(({ name }) => name),
  ]
  const uniqueNames = [...new Set(names)]
  const conditionOf = conditionCompiler(uniqueNames)
  const counts = new Map((instrument.panelCounts ?? []).map(({ panel, from }) => [panel, from]))
  const optional = (source: unknown) =>
    typeof source === 'string' && source !== '' ? conditionOf(source) : undefined
  const testsOf = (json: Readonly<Record<string, unknown>>): readonly Condition[] => {
    const own = optional(json.visibleIf)
    if (own !== undefined) return [own]
    return json.visible === false ? [NEVER] : []
  }
  const entryTests = (list: unknown) =>
    new Map(
      listOf(list).flatMap((entry): [string, Condition][] => {
        const test = isObject(entry) ? optional(entry.visibleIf) : undefined
        return isObject(entry) && test !== undefined ? [[String(entry.value), test]] : []
      }),
    )

  const partsIn = (
    json: Readonly<Record<string, unknown>>,
    path: string,
    lists: readonly string[],
  ): readonly RouteNode[] =>
    lists.flatMap((list) =>
      listOf(json[list]).flatMap((element, place) =>
        isObject(element) ? nodeOf(element, pointerTo(path, list, place)) : [],
      ),
    )

  const nodeOf = (json: Readonly<Record<string, unknown>>, path: string): readonly RouteNode[] => {
    if (json.type === 'panel' || json.type === 'flowpanel')
      return [
        {
          kind: 'group',
          tests: testsOf(json),
          parts: partsIn(json, path, ['elements', 'questions']),
        },
      ]
    const item = byPath.get(path)
    if (item === undefined) return []
    return [questionOf(item, json, path), ...behindChoices(item, json, path)]
  }

  /** Questions that stand below a choice are displayed while it is picked. */
  const behindChoices = (
    item: Item,
    json: Readonly<Record<string, unknown>>,
    path: string,
  ): readonly RouteNode[] =>
    listOf(json.choices).flatMap((choice, place): readonly RouteNode[] => {
      if (!isObject(choice) || !Array.isArray(choice.elements)) return []
      const parts = partsIn(choice, pointerTo(path, 'choices', place), ['elements'])
      return parts.length === 0
        ? []
        : [{ kind: 'group', tests: [...testsOf(json), pickedTest(item, choice.value)], parts }]
    })

  const questionOf = (
    item: Item,
    json: Readonly<Record<string, unknown>>,
    path: string,
  ): QuestionNode => ({
    kind: 'question',
    item,
    tests: testsOf(json),
    parts:
      item.type === 'paneldynamic'
        ? partsIn(json, path, ['templateElements'])
        : item.type === 'matrixdropdown' || item.type === 'matrixdynamic'
          ? partsIn(columnsAsObjects(json), path, ['columns'])
          : item.type === 'multipletext'
            ? partsIn(json, path, ['items'])
            : [],
    entryTest: item.type === 'paneldynamic' ? optional(json.templateVisibleIf) : undefined,
    rowTests: entryTests(json.rows),
    rowsTest: optional(json.rowsVisibleIf),
    choiceTests: entryTests(item.type === 'matrix' ? json.columns : json.choices),
    choicesTest: optional(item.type === 'matrix' ? json.columnsVisibleIf : json.choicesVisibleIf),
    requiredTest: optional(json.requiredIf),
    expression:
      item.type === 'expression' && typeof json.expression === 'string'
        ? compileExpression(json.expression, uniqueNames)
        : undefined,
    counted: countOf(item, json),
    entries: entriesOf(item),
  })

  const countOf = (
    item: Item,
    json: Readonly<Record<string, unknown>>,
  ): QuestionNode['counted'] => {
    const from = counts.get(item.name)
    if (from !== undefined) return ({ values }) => values[from]
    const source = item.type === 'paneldynamic' ? json.panelCountExpression : undefined
    return typeof source === 'string' && source !== ''
      ? compileExpression(source, uniqueNames)
      : undefined
  }

  const pages = pagesOf(instrument).map(({ name, path, json }) => ({
    name,
    tests: testsOf(json),
    parts: partsIn(json, path, ['elements', 'questions']),
  }))
  const questions = new Map<string, QuestionNode[]>()
  const collect = (nodes: readonly RouteNode[]) => {
    for (const node of nodes)
      if (node.kind === 'group') collect(node.parts)
      else if (node.item.role !== 'text')
        questions.set(node.item.key, [...(questions.get(node.item.key) ?? []), node])
  }
  for (const { parts } of pages) collect(parts)
  return {
    pages,
    questions,
    calculated: calculatedJson.flatMap(({ name, expression }) => {
      const value =
        typeof expression === 'string' ? compileExpression(expression, uniqueNames) : undefined
      return typeof name === 'string' && value !== undefined ? [{ name, value }] : []
    }),
    forgetsHidden:
      survey.clearInvisibleValues === 'onHidden' ||
      survey.clearInvisibleValues === 'onHiddenContainer',
  }
}

const columnsAsObjects = (json: Readonly<Record<string, unknown>>) => ({
  ...json,
  columns: listOf(json.columns).map((column) => (isObject(column) ? column : { name: column })),
})

/** What conditions see of these answers. */
export const scopeOf = (
  route: Route,
  { answers, context }: { readonly answers: Answers; readonly context?: Answers | undefined },
): Scope => {
  const values =
    context === undefined && route.calculated.length === 0 ? answers : { ...answers, ...context }
  if (route.calculated.length === 0) return { values, known: [] }
  const withCalculated: Record<string, unknown> = { ...values }
  for (const { name, value } of route.calculated)
    withCalculated[name] = value({ values: withCalculated, known: [] })
  return { values: withCalculated, known: [] }
}

/** The scope of one entry of a repeated panel or matrix. */
export const entryScope = (
  scope: Scope,
  entry: {
    readonly of: 'panel' | 'row'
    readonly values: unknown
    readonly place: number
    readonly all: readonly unknown[]
    readonly row?: string
  },
): Scope => {
  const values = isObject(entry.values) ? entry.values : {}
  const outer = scope.local?.panel
  const local =
    entry.of === 'panel'
      ? {
          panel: values,
          panelIndex: entry.place,
          parentPanel: outer,
          prevPanel: entry.all[entry.place - 1],
          nextPanel: entry.all[entry.place + 1],
        }
      : {
          ...scope.local,
          row: values,
          rowIndex: entry.place + 1,
          rowValue: entry.row,
          rowName: entry.row,
        }
  return { ...scope, local }
}

export const allHold = (tests: readonly Condition[], scope: Scope): boolean => {
  for (const test of tests) if (!test.holds(scope)) return false
  return true
}

/** How many entries of a repeated panel or matrix these answers call for. */
export const entryCount = (node: QuestionNode, scope: Scope): number => {
  const count =
    node.counted === undefined
      ? listOf(answerIn(node, scope)).length
      : Number(node.counted(scope) ?? Number.NaN)
  return Number.isFinite(count) ? Math.max(0, Math.min(Math.floor(count), node.entries)) : 0
}

/** The answer of a question: of its entry when it lies in one. */
export const answerIn = (node: Pick<QuestionNode, 'item'>, scope: Scope): unknown => {
  const panel = scope.local?.panel
  if (node.item.parent !== undefined && isObject(panel)) return panel[node.item.key]
  return scope.values[node.item.key]
}
