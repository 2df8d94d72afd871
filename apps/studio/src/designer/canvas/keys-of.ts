import type { OutlineNode } from '../edits/outline.ts'

/** Keys that stay with their elements when they move: names, numbered where one is used twice. */
export const keysOf = (nodes: readonly Pick<OutlineNode, 'name'>[]): readonly string[] => {
  const seen = new Map<string, number>()
  return nodes.map(({ name }) => {
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return count === 0 ? name : `${name} ${count}`
  })
}
