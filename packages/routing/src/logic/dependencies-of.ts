import type { Instrument, Pointer } from '@echolot/instrument'
import { type Place, placesOf } from './places-of.ts'
import { nameResolver, type Rule, type RuleKind, rulesOf } from './rules-of.ts'

/** One thing that rules connect. */
export type DependencyNode = {
  /** `item:job`, `page:work`, `panel:more`, `calculated:x`, `context:wave`, `trigger:/triggers/0`, `survey:`. */
  readonly id: string
  readonly kind: 'item' | 'page' | 'panel' | 'calculated' | 'context' | 'trigger' | 'survey'
  readonly name: string
  readonly page: string
  /** Into the survey; '' for context values. */
  readonly path: Pointer
}

/** `to` depends on `from` by a rule, or holds it (`contains`: from a page or panel to what lies in it). */
export type DependencyEdge = {
  readonly from: string
  readonly to: string
  readonly kind: RuleKind | 'contains' | 'writes'
  readonly rule?: Rule
}

export type Dependencies = {
  readonly nodes: readonly DependencyNode[]
  readonly edges: readonly DependencyEdge[]
}

const NODE_KINDS: ReadonlySet<Place['kind']> = new Set([
  ...(['page', 'panel', 'item', 'calculated', 'trigger', 'survey'] as const),
])

const graphs = new WeakMap<Instrument, Dependencies>()

/** Who depends on whom in an instrument: items, pages, panels, calculated values and triggers, and the rules between. */
export const dependenciesOf = (instrument: Instrument): Dependencies => {
  const known = graphs.get(instrument)
  if (known !== undefined) return known
  const graph = findDependencies(instrument)
  graphs.set(instrument, graph)
  return graph
}

const findDependencies = (instrument: Instrument): Dependencies => {
  const places = placesOf(instrument)
  const nodes = new Map<string, DependencyNode>()
  const edges: DependencyEdge[] = []
  for (const place of places)
    if (NODE_KINDS.has(place.kind) && !nodes.has(idOf(place)))
      nodes.set(idOf(place), {
        id: idOf(place),
        kind: place.kind as DependencyNode['kind'],
        name: place.name,
        page: place.page,
        path: place.path,
      })
  for (const { name } of instrument.context ?? [])
    nodes.set(`context:${name}`, {
      id: `context:${name}`,
      kind: 'context',
      name,
      page: '',
      path: '',
    })
  const byPath = new Map(
    places.filter(({ kind }) => NODE_KINDS.has(kind)).map((place) => [place.path, place]),
  )
  const named = (name: string): string | undefined =>
    ['item', 'calculated', 'context', 'panel', 'page']
      .map((kind) => `${kind}:${name}`)
      .find((id) => nodes.has(id))
  const ownerOf = (path: Pointer): string => {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const place = byPath.get(at)
      if (place !== undefined) return idOf(place)
    }
    return 'survey:'
  }
  for (const place of byPath.values()) {
    if (place.path === '' || (place.kind !== 'item' && place.kind !== 'panel')) continue
    const above = ownerOf(place.path.slice(0, place.path.lastIndexOf('/')))
    if (above !== idOf(place)) edges.push({ from: above, to: idOf(place), kind: 'contains' })
  }
  const resolve = nameResolver(instrument)
  for (const rule of rulesOf(instrument)) {
    const to = ownerOf(rule.target.path)
    for (const name of rule.reads) {
      const from = named(name)
      if (from !== undefined) edges.push({ from, to, kind: rule.kind, rule })
    }
    const { action } = rule
    const written = [action?.setTo, action?.goTo, ...(action?.shows ?? [])]
    for (const name of written) {
      const target = name === undefined ? undefined : named(resolve(name) ?? name)
      if (target !== undefined) edges.push({ from: to, to: target, kind: 'writes', rule })
    }
  }
  return { nodes: [...nodes.values()], edges }
}

const idOf = ({ kind, name, path }: Place) =>
  kind === 'survey' ? 'survey:' : kind === 'trigger' ? `trigger:${path}` : `${kind}:${name}`

/** The rules that look at an item, calculated or context value, wherever they stand: what a removal would break. */
export const usedBy = (instrument: Instrument, name: string): readonly Rule[] =>
  rulesOf(instrument).filter(
    ({ reads, action }) =>
      reads.includes(name) ||
      action?.setTo === name ||
      action?.goTo === name ||
      action?.shows?.includes(name) === true,
  )
