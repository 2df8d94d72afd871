import type { Pointer } from '@echolot/instrument'
import type { OutlineNode } from '../edits/outline.ts'

/** The frames that are seen, from top to bottom; what a closed one holds is not. */
export const visibleOrder = (
  nodes: readonly OutlineNode[],
  collapsed: ReadonlySet<string>,
): readonly Pointer[] =>
  nodes.flatMap(({ pointer, name, children }) => [
    pointer,
    ...(collapsed.has(name) ? [] : visibleOrder(children, collapsed)),
  ])
