import type { Pointer } from '@echolot/instrument'
import type { OutlineNode } from '../edits/outline.ts'
import type { Marks } from './mark-badges.tsx'

/** Only elements with something to mend, with what is around them; the selected one stays in sight. */
export const markedOutline = (
  outline: readonly OutlineNode[],
  marks: Marks,
  selected: Pointer,
): readonly OutlineNode[] =>
  outline.flatMap((node) => {
    const children = markedOutline(node.children, marks, selected)
    return children.length > 0 || marks.has(node.pointer) || node.pointer === selected
      ? [{ ...node, children }]
      : []
  })
