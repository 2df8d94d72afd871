import type { MapEdge, MapGraph, MapNode } from './map-graph.ts'

export const BOX = { width: 176, height: 34, gapX: 84, gapY: 12, head: 34 } as const

export type Placed = MapNode & { readonly x: number; readonly y: number }
export type Drawn = MapEdge & { readonly path: string }
export type Layout = {
  readonly width: number
  readonly height: number
  readonly columns: readonly { readonly name: string; readonly x: number }[]
  readonly nodes: readonly Placed[]
  readonly edges: readonly Drawn[]
}

/**
 * Pages as columns in the order of the form, what stands on a page in its order below: the layers of the picture are
 * those of the questionnaire, so a line to the right is a line forward.
 */
export const layoutOf = ({ nodes, edges }: MapGraph, order: readonly string[]): Layout => {
  const present = new Set(nodes.map(({ column }) => column))
  const names = ['known', ...order, 'survey'].filter((name) => present.has(name))
  const columns = names.map((name, place) => ({
    name,
    x: 12 + place * (BOX.width + BOX.gapX),
  }))
  const placed = columns.flatMap(({ name, x }) =>
    nodes
      .filter(({ column }) => column === name)
      .map(
        (node, place): Placed => ({
          ...node,
          x,
          y: BOX.head + place * (BOX.height + BOX.gapY),
        }),
      ),
  )
  const byId = new Map(placed.map((node) => [node.id, node]))
  const drawn = edges.flatMap((edge): readonly Drawn[] => {
    const from = byId.get(edge.from)
    const to = byId.get(edge.to)
    return from === undefined || to === undefined ? [] : [{ ...edge, path: pathFrom(from, to) }]
  })
  return {
    columns,
    nodes: placed,
    edges: drawn,
    width: Math.max(200, columns.length * (BOX.width + BOX.gapX) - BOX.gapX + 24 + 40),
    height: Math.max(80, ...placed.map(({ y }) => y + BOX.height + 24)),
  }
}

/** Forward lines leave on the right and arrive on the left; within a column and backward they bow round the right. */
const pathFrom = (from: Placed, to: Placed): string => {
  const y1 = from.y + BOX.height / 2
  const y2 = to.y + BOX.height / 2
  const x1 = from.x + BOX.width
  if (to.x > from.x) {
    const bend = Math.max(30, (to.x - x1) / 2)
    return `M${x1},${y1} C${x1 + bend},${y1} ${to.x - bend},${y2} ${to.x - 2},${y2}`
  }
  const x2 = to.x + BOX.width
  const bow = to.x === from.x ? 24 + Math.min(30, Math.abs(y2 - y1) / 8) : 40
  return `M${x1},${y1} C${x1 + bow},${y1} ${x2 + bow},${y2} ${x2 + 2},${y2}`
}
