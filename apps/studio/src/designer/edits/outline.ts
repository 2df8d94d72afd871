import {
  type Instrument,
  type Localized,
  localizedOf,
  type Pointer,
  pointerTo,
} from '@echolot/instrument'

/** A page, panel or item as it stands in the survey's JSON, with what it holds. */
export type OutlineNode = {
  readonly pointer: Pointer
  readonly kind: 'page' | 'panel' | 'item'
  readonly type: string
  readonly name: string
  readonly title: Localized
  /** The element's JSON; the same object as long as nothing in it changes. */
  readonly json: Json
  readonly children: readonly OutlineNode[]
}

export type Json = { readonly [property: string]: unknown }

const CHILDREN = { page: 'elements', panel: 'elements', paneldynamic: 'templateElements' } as const

/** Name of the list in which a node holds others; undefined for items that hold none. */
export const childListOf = (node: Pick<OutlineNode, 'kind' | 'type'>): string | undefined => {
  if (node.kind === 'page') return CHILDREN.page
  if (node.type === 'panel') return CHILDREN.panel
  return node.type === 'paneldynamic' ? CHILDREN.paneldynamic : undefined
}

/** The tree of a questionnaire: pages, what is on them, and what panels hold. */
export const outlineOf = ({ survey }: Pick<Instrument, 'survey'>): readonly OutlineNode[] => {
  const { pages } = survey
  if (!Array.isArray(pages)) return []
  const known = TREES.get(pages)
  if (known !== undefined) return known
  const tree = objects(pages).map(([json, place]) =>
    nodeOf(json, pointerTo('/pages', place), 'page', `page${place + 1}`),
  )
  TREES.set(pages, tree)
  return tree
}
const TREES = new WeakMap<object, readonly OutlineNode[]>()

/** Nodes made before, by their JSON: what an edit left alone stays the same node, and its row is not drawn again. */
const KNOWN = new WeakMap<Json, OutlineNode>()

const nodeOf = (
  json: Json,
  pointer: Pointer,
  kind: OutlineNode['kind'],
  otherwise: string,
): OutlineNode => {
  const known = KNOWN.get(json)
  if (known?.pointer === pointer && known.kind === kind) return known
  const node = newNode(json, pointer, kind, otherwise)
  KNOWN.set(json, node)
  return node
}

const newNode = (
  json: Json,
  pointer: Pointer,
  kind: OutlineNode['kind'],
  otherwise: string,
): OutlineNode => {
  const type = kind === 'page' ? 'page' : String(json.type ?? '')
  const name = typeof json.name === 'string' ? json.name : otherwise
  const list = childListOf({ kind, type })
  return {
    pointer,
    kind,
    type,
    name,
    title: localizedOf(json.title, type === 'html' ? localizedOf(json.html, name) : name),
    json,
    children:
      list === undefined
        ? []
        : objects(json[list]).map(([child, place]) =>
            nodeOf(
              child,
              pointerTo(pointer, list, place),
              child.type === 'panel' ? 'panel' : 'item',
              '',
            ),
          ),
  }
}

const objects = (list: unknown): readonly (readonly [Json, number])[] =>
  Array.isArray(list)
    ? list.flatMap((value, place) =>
        typeof value === 'object' && value !== null ? [[value as Json, place] as const] : [],
      )
    : []

/** All nodes of a tree, parents before children. */
export const flatten = (nodes: readonly OutlineNode[]): readonly OutlineNode[] => {
  const known = FLAT.get(nodes)
  if (known !== undefined) return known
  const flat: OutlineNode[] = []
  const add = (node: OutlineNode) => {
    flat.push(node)
    node.children.forEach(add)
  }
  nodes.forEach(add)
  FLAT.set(nodes, flat)
  return flat
}
/** Many parts ask for the same tree between two edits. */
const FLAT = new WeakMap<readonly OutlineNode[], readonly OutlineNode[]>()
