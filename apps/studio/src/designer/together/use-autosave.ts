import type { Instrument } from '@echolot/instrument'
import { Problem } from '@echolot/problem'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Editor } from '../editor/use-editor.ts'

/** Milliseconds of quiet before changes are saved, and the longest that somebody who never stops has to wait. */
const QUIET = 3_000
const LONGEST = 20_000
/** After a failed try: 2, 4, 8 … seconds, at most a minute. */
const FIRST_WAIT = 2_000
const LONGEST_WAIT = 60_000

export type SaveState =
  | { readonly is: 'saved' | 'waiting' | 'saving' | 'signed-out' | 'conflict' | 'no-lock' }
  /** Tried again at `again` (milliseconds since 1970). */
  | { readonly is: 'offline'; readonly again: number }
  /** The server does not take it as it is; tried again with the next change. */
  | { readonly is: 'refused'; readonly problem: unknown }

export type Autosave = {
  readonly state: SaveState
  /** Gives the saved revision, or undefined when it was not taken; `state` says why. */
  readonly saveNow: (kind: 'auto' | 'kept') => Promise<number | undefined>
  /** A conflict was settled. */
  readonly settle: () => void
}

type Taking = (
  draft: { readonly revision: number; readonly instrument: Instrument },
  kind: 'auto' | 'kept',
) => Promise<number>

/**
 * Saves by itself a few seconds after the last change, one save at a time, and tries again when the server cannot be
 * reached. `signedIn` is who is signed in; whoever signs in again has their work saved at once.
 */
export const useAutosave = (
  editor: Pick<Editor, 'instrument' | 'revision' | 'dirty' | 'mode' | 'markSaved'>,
  { take, signedIn }: { readonly take: Taking; readonly signedIn: string | undefined },
): Autosave => {
  const { instrument, dirty, mode } = editor
  const [state, setState] = useState<SaveState>({ is: 'saved' })
  const latest = useRef({ editor, take })
  latest.current = { editor, take }
  const failures = useRef(0)
  const since = useRef<number>(undefined)
  const running = useRef<Promise<number | undefined>>(undefined)

  const saveOnce = useCallback(async (kind: 'auto' | 'kept'): Promise<number | undefined> => {
    const { editor: now, take: takeNow } = latest.current
    const { instrument: given, revision } = now
    if (now.dirty === 'saved' && kind === 'auto') return revision
    setState({ is: 'saving' })
    since.current = undefined
    try {
      const next = await takeNow({ revision, instrument: given }, kind)
      failures.current = 0
      now.markSaved(next, given)
      setState({ is: 'saved' })
      return next
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setState(stateAfter(error, failures))
      return undefined
    }
  }, [])
  const saveNow = useCallback(
    (kind: 'auto' | 'kept'): Promise<number | undefined> => {
      const before = running.current ?? Promise.resolve(undefined)
      const turn = before.then(async () => {
        // React must have drawn what the save before has marked.
        await new Promise((resolve) => setTimeout(resolve))
        return saveOnce(kind)
      })
      running.current = turn.catch(() => undefined)
      return turn
    },
    [saveOnce],
  )

  const isHeld = state.is === 'conflict' || state.is === 'no-lock' || state.is === 'signed-out'
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the instrument begins the quiet anew
  useEffect(() => {
    if (dirty === 'saved' || mode === 'read' || isHeld || state.is === 'saving') return
    if (state.is === 'offline') {
      const timer = setTimeout(() => void saveNow('auto'), Math.max(0, state.again - Date.now()))
      return () => clearTimeout(timer)
    }
    since.current ??= Date.now()
    const wait = Math.max(0, Math.min(QUIET, since.current + LONGEST - Date.now()))
    const timer = setTimeout(() => void saveNow('auto'), wait)
    return () => clearTimeout(timer)
  }, [instrument, dirty, mode, state, isHeld, saveNow])
  useEffect(() => {
    const onLine = () => {
      if (latest.current.editor.dirty === 'changed') void saveNow('auto')
    }
    addEventListener('online', onLine)
    return () => removeEventListener('online', onLine)
  }, [saveNow])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new sign-in matters
  useEffect(() => {
    if (signedIn !== undefined && state.is === 'signed-out') void saveNow('auto')
  }, [signedIn])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the lock's coming back matters
  useEffect(() => {
    if (mode === 'edit' && state.is === 'no-lock') setState({ is: 'saved' })
  }, [mode])

  const settle = useCallback(() => setState({ is: 'saved' }), [])
  const shown = useMemo<SaveState>(
    () =>
      dirty === 'saved' && !isHeld && state.is !== 'saving'
        ? { is: 'saved' }
        : dirty === 'changed' && state.is === 'saved'
          ? { is: 'waiting' }
          : state,
    [state, dirty, isHeld],
  )
  return useMemo(() => ({ state: shown, saveNow, settle }), [shown, saveNow, settle])
}

/** What a failed save leads to. */
const stateAfter = (problem: Problem, failures: { current: number }): SaveState => {
  if (problem.type === 'draft-stale') return { is: 'conflict' }
  if (problem.type === 'lock-missing') return { is: 'no-lock' }
  if (problem.status === 401) return { is: 'signed-out' }
  if (problem.status === 0 || problem.status === 429 || problem.status >= 500) {
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures.current)
    failures.current += 1
    return { is: 'offline', again: Date.now() + wait }
  }
  return { is: 'refused', problem }
}
