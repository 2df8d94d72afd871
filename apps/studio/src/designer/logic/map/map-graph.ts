import type { Dependencies, DependencyEdge, RuleKind } from '@echolot/routing/logic'

/** Kinds of lines that are told apart in the picture. */
export const LINES = ['show', 'answers', 'value', 'check', 'piping', 'writes'] as const
export type Line = (typeof LINES)[number]

const LINE_OF: Readonly<Record<RuleKind | 'writes', Line>> = {
  show: 'show',
  'show-entries': 'show',
  count: 'show',
  bind: 'show',
  'closing-text': 'show',
  'show-choices': 'answers',
  'enable-choices': 'answers',
  'show-rows': 'answers',
  'show-columns': 'answers',
  'carry-forward': 'answers',
  'set-when': 'value',
  'set-value': 'value',
  reset: 'value',
  default: 'value',
  calculate: 'value',
  run: 'value',
  trigger: 'writes',
  writes: 'writes',
  enable: 'check',
  require: 'check',
  validate: 'check',
  lowest: 'check',
  highest: 'check',
  piping: 'piping',
}

export const lineOf = ({ kind }: DependencyEdge): Line | undefined =>
  kind === 'contains' ? undefined : LINE_OF[kind]

export type MapNode = {
  readonly id: string
  readonly kind: Dependencies['nodes'][number]['kind']
  readonly name: string
  /** Name of its page; `known` for values nobody is asked for, `survey` for what belongs to the whole. */
  readonly column: string
  readonly path: string
}

export type MapEdge = {
  readonly from: string
  readonly to: string
  readonly line: Line
  /** How many rules it stands for. */
  readonly count: number
}

export type MapGraph = { readonly nodes: readonly MapNode[]; readonly edges: readonly MapEdge[] }

const columnOf = ({ kind, page, name }: Dependencies['nodes'][number]): string =>
  kind === 'page'
    ? name
    : kind === 'calculated' || kind === 'context'
      ? 'known'
      : page === ''
        ? 'survey'
        : page

/** Everything that rules connect; what no rule touches is left out. */
export const itemGraph = ({ nodes, edges }: Dependencies): MapGraph => {
  const joined = merged(
    edges.flatMap((edge) => {
      const line = lineOf(edge)
      return line === undefined ? [] : [{ from: edge.from, to: edge.to, line }]
    }),
  )
  const bound = new Set(joined.flatMap(({ from, to }) => [from, to]))
  return {
    edges: joined,
    nodes: nodes
      .filter(({ id }) => bound.has(id))
      .map((node) => ({
        id: node.id,
        kind: node.kind,
        name: node.name,
        column: columnOf(node),
        path: node.path,
      })),
  }
}

/** The same with each page as one node. */
export const pageGraph = ({ nodes, edges }: Dependencies): MapGraph => {
  const columns = new Map(nodes.map((node) => [node.id, columnOf(node)]))
  const pages = new Map(
    nodes.filter(({ kind }) => kind === 'page').map((page) => [page.name, page]),
  )
  const joined = merged(
    edges.flatMap((edge) => {
      const line = lineOf(edge)
      const from = columns.get(edge.from)
      const to = columns.get(edge.to)
      return line === undefined || from === undefined || to === undefined || from === to
        ? []
        : [{ from: `page:${from}`, to: `page:${to}`, line }]
    }),
  )
  const present = new Set([
    ...pages.keys(),
    ...joined.flatMap(({ from, to }) => [from.slice(5), to.slice(5)]),
  ])
  return {
    edges: joined,
    nodes: [...present].map((name) => ({
      id: `page:${name}`,
      kind: pages.has(name) ? ('page' as const) : ('survey' as const),
      name,
      column: name,
      path: pages.get(name)?.path ?? '',
    })),
  }
}

const merged = (edges: readonly Omit<MapEdge, 'count'>[]): readonly MapEdge[] => {
  const found = new Map<string, MapEdge>()
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to} ${edge.line}`
    found.set(key, { ...edge, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

/** Everything before and after a node, over any number of steps. */
export const around = (
  { edges }: MapGraph,
  id: string,
): { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> } => {
  const reach = (next: (edge: MapEdge) => readonly [string, string]) => {
    const steps = Map.groupBy(edges.map(next), ([here]) => here)
    const found = new Set<string>()
    const waiting = [id]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
      for (const [, there] of steps.get(at) ?? [])
        if (!found.has(there) && there !== id) {
          found.add(there)
          waiting.push(there)
        }
    return found
  }
  return {
    before: reach(({ from, to }) => [to, from]),
    after: reach(({ from, to }) => [from, to]),
  }
}
