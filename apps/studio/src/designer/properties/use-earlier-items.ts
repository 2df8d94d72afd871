import { type Item, itemsOf } from '@echolot/instrument'
import { useDeferredValue, useMemo } from 'react'
import type { PropertyOwner } from './property-owner.ts'

/** Items with one answer of their own that are asked before the object: only these can be answered by then. */
export const useEarlierItems = ({
  editor,
  pointer,
}: Pick<PropertyOwner, 'editor' | 'pointer'>): readonly Item[] => {
  const settled = useDeferredValue(editor.instrument)
  return useMemo(() => {
    const items = itemsOf(settled)
    const first = items.findIndex(({ path }) => path === pointer || path.startsWith(`${pointer}/`))
    return (pointer === '' || first === -1 ? items : items.slice(0, first)).filter(
      ({ role, type, name, parent }) =>
        role === 'answer' &&
        type !== 'matrixrow' &&
        type !== 'matrixcolumn' &&
        parent === undefined &&
        name !== '',
    )
  }, [settled, pointer])
}
