import { Serializer } from 'survey-core'
import type { OutlineNode } from '../edits/outline.ts'

/** Items with one answer have a note of their own; rows of a matrix have theirs, and a panel's items too. */
export const hasNote = ({ kind, type }: Pick<OutlineNode, 'kind' | 'type'>): boolean =>
  kind === 'item' &&
  type !== 'matrix' &&
  type !== 'paneldynamic' &&
  !Serializer.isDescendantOf(type, 'nonvalue')
