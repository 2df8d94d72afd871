import type { Instrument, Pointer } from '@echolot/instrument'
import { type DependencyEdge, dependenciesOf } from './dependencies-of.ts'
import type { Place } from './places-of.ts'

/** Dependencies that wait for each other. */
const WAITING: ReadonlySet<DependencyEdge['kind']> = new Set([
  ...(['show', 'calculate', 'set-value', 'run'] as const),
  ...(['trigger', 'writes', 'contains', 'count'] as const),
])

/** Choices and rows may ask about their own question: only they wait, not the question. */
const PARTS: ReadonlySet<Place['kind']> = new Set(['choice', 'row', 'column'] as const)

export type Cycle = {
  readonly place: Place
  readonly pointer: Pointer
  /** Names in the order of the circle, the first again at the end. */
  readonly names: readonly string[]
}

/** Every group of things that wait for each other, told by one circle through it; its first rule is where to look. */
export const findCycles = (instrument: Instrument): readonly Cycle[] => {
  const { nodes, edges } = dependenciesOf(instrument)
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const waiting = edges.filter(
    ({ kind, rule }) => WAITING.has(kind) && !PARTS.has(rule?.target.kind ?? 'survey'),
  )
  const from = Map.groupBy(waiting, (edge) => edge.from)
  return componentsOf(
    nodes.map(({ id }) => id),
    (id) => (from.get(id) ?? []).map(({ to }) => to),
  ).flatMap((component): readonly Cycle[] => {
    const inside = new Set(component)
    const own = waiting.filter(
      (edge) => inside.has(edge.from) && inside.has(edge.to) && edge.kind !== 'contains',
    )
    const start = own.find(({ from: one, to }) => one === to) ?? own[0]
    if (start?.rule === undefined) return []
    if (component.length === 1 && start.from !== start.to) return []
    const way = wayBack(start, { inside, from })
    return [
      {
        place: start.rule.target,
        pointer: start.rule.pointer,
        names: [start.from, ...way].map((id) => names.get(id) ?? id),
      },
    ]
  })
}

/** The shortest way from the end of an edge back to its beginning. */
const wayBack = (
  start: DependencyEdge,
  {
    inside,
    from,
  }: {
    readonly inside: ReadonlySet<string>
    readonly from: ReadonlyMap<string, readonly DependencyEdge[]>
  },
): readonly string[] => {
  const ways: string[][] = [[start.to]]
  const seen = new Set([start.to])
  for (const way of ways) {
    const at = way.at(-1) ?? ''
    if (at === start.from) return way
    for (const { to } of from.get(at) ?? [])
      if (inside.has(to) && !seen.has(to)) {
        seen.add(to)
        ways.push([...way, to])
      }
  }
  return [start.to]
}

/** Strongly connected components (Tarjan, without recursion). @see https://doi.org/10.1137/0201010 */
const componentsOf = (
  ids: readonly string[],
  next: (id: string) => readonly string[],
): readonly (readonly string[])[] => {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const components: string[][] = []
  for (const root of ids) {
    if (index.has(root)) continue
    const work: { readonly id: string; readonly nexts: readonly string[]; at: number }[] = []
    const enter = (id: string) => {
      index.set(id, index.size)
      low.set(id, index.get(id) ?? 0)
      stack.push(id)
      onStack.add(id)
      work.push({ id, nexts: next(id), at: 0 })
    }
    enter(root)
    for (let frame = work.at(-1); frame !== undefined; frame = work.at(-1)) {
      const to = frame.nexts[frame.at]
      frame.at++
      if (to === undefined) {
        work.pop()
        const above = work.at(-1)
        const lowest = low.get(frame.id) ?? 0
        if (above !== undefined) low.set(above.id, Math.min(low.get(above.id) ?? 0, lowest))
        if (lowest !== index.get(frame.id)) continue
        const component: string[] = []
        for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
          onStack.delete(id)
          component.push(id)
          if (id === frame.id) break
        }
        components.push(component)
      } else if (!index.has(to)) enter(to)
      else if (onStack.has(to))
        low.set(frame.id, Math.min(low.get(frame.id) ?? 0, index.get(to) ?? 0))
    }
  }
  return components
}
