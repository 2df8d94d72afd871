import { useCallback, useRef, useState } from 'react'
import type { Draft } from './edition-edits.ts'

/** Letters typed into one field within this time are one step back. */
const ONE_STEP_MS = 1_200

/** All that is written, with the way back. */
export const useDraft = (first: Draft) => {
  const [{ past, now, future }, set] = useState({
    past: [] as readonly Draft[],
    now: first,
    future: [] as readonly Draft[],
  })
  const last = useRef({ field: '', at: 0 })
  /** `field` names what is typed into; changes of the same field in a row are one step. */
  const change = useCallback((field: string, edit: (draft: Draft) => Draft) => {
    const at = Date.now()
    const goesOn = field === last.current.field && at - last.current.at < ONE_STEP_MS
    last.current = { field, at }
    set((was) => ({
      past: goesOn ? was.past : [...was.past, was.now],
      now: edit(was.now),
      future: [],
    }))
  }, [])
  const undo = useCallback(() => {
    last.current = { field: '', at: 0 }
    set((was) => {
      const before = was.past.at(-1)
      return before === undefined
        ? was
        : { past: was.past.slice(0, -1), now: before, future: [was.now, ...was.future] }
    })
  }, [])
  const redo = useCallback(() => {
    set((was) => {
      const [next, ...rest] = was.future
      return next === undefined ? was : { past: [...was.past, was.now], now: next, future: rest }
    })
  }, [])
  return { draft: now, change, undo, redo, canUndo: past.length > 0, canRedo: future.length > 0 }
}
