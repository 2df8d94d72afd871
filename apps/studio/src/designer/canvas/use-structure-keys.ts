import type { Pointer } from '@echolot/instrument'
import type { KeyboardEvent } from 'react'
import type { Editor } from '../editor/use-editor.ts'
import { ranged, toggled } from '../edits/selection.ts'
import type { Steps } from './use-steps.ts'

/** Keys that mean the same on the canvas and in the tree. */
export const useStructureKeys = (
  editor: Editor,
  steps: Steps,
  {
    onWrite,
    onAddBelow,
    onAlike,
  }: {
    readonly onWrite: (pointer: Pointer) => void
    /** Insert or +: chooses what comes below. */
    readonly onAddBelow?: (pointer: Pointer) => void
    /** Ctrl+Enter: another one of the same kind below. */
    readonly onAlike?: (pointer: Pointer) => void
  },
) => {
  const { selected, selection, select } = editor
  /** @returns whether the key was one of ours */
  const act = (event: KeyboardEvent): boolean => {
    const isCommand = event.ctrlKey || event.metaKey
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      steps.step(selected, event.key === 'ArrowUp' ? 'up' : 'down')
      return true
    }
    if (event.altKey) return false
    if (isCommand && event.key.toLowerCase() === 'd') {
      steps.duplicate(selected)
      return true
    }
    if (isCommand && event.key.toLowerCase() === 'm') {
      steps.askWhereTo(selected)
      return true
    }
    if (isCommand && event.key === 'Enter' && selected !== '' && onAlike !== undefined) {
      onAlike(selected)
      return true
    }
    if (isCommand) return false
    if ((event.key === 'Insert' || event.key === '+') && onAddBelow !== undefined) {
      onAddBelow(selected)
      return true
    }
    switch (event.key) {
      case 'Delete':
        steps.askToRemove(selected)
        return true
      case 'F2':
      case 'Enter':
        if (selected !== '') onWrite(selected)
        return selected !== ''
      default:
        return false
    }
  }
  /** Walks through what is seen: with Shift everything on the way is selected, with Ctrl nothing changes yet. */
  const walk = (event: KeyboardEvent, order: readonly Pointer[]): boolean => {
    if (event.altKey || event.ctrlKey || event.metaKey) return false
    const at = order.indexOf(selected)
    const next =
      event.key === 'ArrowDown'
        ? order[at + 1]
        : event.key === 'ArrowUp'
          ? order[at - 1]
          : undefined
    if (next === undefined) return false
    if (!event.shiftKey) select(next)
    else select(next, extended(selection, order, selected, next))
    return true
  }
  return { act, walk }
}

/** One step further with Shift: forward takes the next one in, back lets the last one go. */
export const extended = (
  selection: readonly Pointer[],
  order: readonly Pointer[],
  from: Pointer,
  to: Pointer,
): readonly Pointer[] =>
  selection.includes(to)
    ? toggled(selection, from)
    : [...new Set([...selection, ...ranged(order, from, to)])].filter((one) => one !== '')
