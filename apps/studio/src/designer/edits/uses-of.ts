import {
  candidatesOf,
  EXPRESSION_PROPERTIES,
  type Instrument,
  itemsOf,
  namesInExpression,
} from '@echolot/instrument'
import type { Json, OutlineNode } from './outline.ts'

/** One place that speaks of an item: who, and in which words. */
export type Use = { readonly name: string; readonly by: string; readonly text: string }

/** Conditions and scales elsewhere that speak of a node or of anything it holds. */
export const usesOf = (instrument: Instrument, node: OutlineNode): readonly Use[] => {
  const inside = ({ path }: { readonly path: string }) =>
    path === node.pointer || path.startsWith(`${node.pointer}/`)
  const own = new Set(
    itemsOf(instrument)
      .filter(inside)
      .map(({ name }) => name),
  )
  const uses: Use[] = []
  const walk = (value: unknown, pointer: string, owner: string) => {
    if (pointer === node.pointer) return
    if (Array.isArray(value)) {
      value.forEach((entry, place) => {
        walk(entry, `${pointer}/${place}`, owner)
      })
      return
    }
    if (typeof value !== 'object' || value === null) return
    const name = (value as Json).name
    const by = typeof name === 'string' ? name : owner
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') walk(inner, `${pointer}/${key}`, by)
      else if (EXPRESSION_PROPERTIES.has(key))
        for (const spoken of namesInExpression(inner)) {
          const found = candidatesOf(spoken).find((candidate) => own.has(candidate))
          if (found !== undefined) uses.push({ name: found, by, text: inner })
        }
    }
  }
  walk(instrument.survey, '', instrument.instrument)
  for (const { name: by, items } of instrument.scales)
    for (const item of items)
      if (own.has(item)) uses.push({ name: item, by, text: items.join(', ') })
  return uses
}
