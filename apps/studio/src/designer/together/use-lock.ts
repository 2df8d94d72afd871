import type { DraftLock, DraftLockOrder } from '@echolot/contract/instruments'
import { problemTypeOf } from '@echolot/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type DraftCalls, leaveOnExit } from './requests.ts'

/** Milliseconds between two looks at who holds the lock: a loser learns it this soon, a tab in the background later. */
const LOOK = 4_000
/** The lease is 90 seconds; renewed well before. */
const RENEW = 30_000

export type Lock = {
  /** `asking` before the first answer. */
  readonly state: DraftLock['state'] | 'asking'
  readonly by: string | null
  readonly since: string | null
  /** The newest revision at the server, as far as known. */
  readonly revision: number
  /** Whether the server answered the last time. */
  readonly line: 'up' | 'down' | 'signed-out'
  /** Whose lock it was when this editor lost it. */
  readonly lostTo: string | null
  readonly takeOver: () => Promise<void>
  /** Looks at once, e.g. after a save was refused. */
  readonly look: () => Promise<void>
}

type State = Pick<Lock, 'state' | 'by' | 'since' | 'revision' | 'line' | 'lostTo'>

/**
 * Holds the lock of a draft while the editor is open: takes it if nobody has it, renews it, notices when somebody takes
 * it over, gives it back on leaving. Without a line the last known state holds: the save decides.
 */
export const useLock = (
  name: string,
  { calls, editor }: { readonly calls: DraftCalls; readonly editor: string },
): Lock => {
  const [state, setState] = useState<State>({
    state: 'asking',
    by: null,
    since: null,
    revision: 0,
    line: 'up',
    lostTo: null,
  })
  const latest = useRef(state)
  latest.current = state
  const renewed = useRef(0)
  /** One request after the other, so that an answer is never older than the one before. */
  const queue = useRef<Promise<void>>(Promise.resolve())

  const inTurn = useCallback((work: () => Promise<DraftLock>): Promise<void> => {
    const turn = async () => {
      try {
        const lock = await work()
        setState((before) => after(before, lock))
      } catch (error) {
        const line = problemTypeOf(error) === 'sign-in-needed' ? 'signed-out' : 'down'
        setState((before) => ({ ...before, line }))
      }
    }
    queue.current = queue.current.then(turn)
    return queue.current
  }, [])
  const order = useCallback(
    (act: DraftLockOrder['act']) =>
      inTurn(() => {
        renewed.current = Date.now()
        return calls.orderLock(name, { editor, act })
      }),
    [inTurn, calls, name, editor],
  )
  const look = useCallback(
    () =>
      latest.current.state === 'asking' ||
      (latest.current.state === 'mine' && Date.now() - renewed.current > RENEW)
        ? order('hold')
        : inTurn(() => calls.readLock(name, editor)),
    [order, inTurn, calls, name, editor],
  )

  useEffect(() => {
    void order('hold')
    const timer = setInterval(() => void look(), LOOK)
    const onSight = () => {
      if (document.visibilityState === 'visible') void look()
    }
    const onLeave = () => leaveOnExit(name, editor)
    const onReturn = (event: PageTransitionEvent) => {
      if (event.persisted) void order('hold')
    }
    document.addEventListener('visibilitychange', onSight)
    addEventListener('online', onSight)
    addEventListener('pagehide', onLeave)
    addEventListener('pageshow', onReturn)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onSight)
      removeEventListener('online', onSight)
      removeEventListener('pagehide', onLeave)
      removeEventListener('pageshow', onReturn)
      if (latest.current.state === 'mine') void order('leave')
    }
  }, [order, look, name, editor])

  return useMemo(
    () => ({ ...state, look, takeOver: () => order('take-over') }),
    [state, look, order],
  )
}

const after = (before: State, lock: DraftLock): State => {
  const next = { ...lock, line: 'up' as const }
  if (lock.state === 'mine') return same(before, { ...next, lostTo: null })
  const lost = before.state === 'mine' && (lock.state === 'other' || lock.state === 'other-window')
  return same(before, { ...next, lostTo: lost ? lock.by : before.lostTo })
}

/** The state before, where nothing changed: looking every few seconds draws nothing anew. */
const same = (before: State, next: State): State =>
  (Object.keys(next) as (keyof State)[]).every((key) => before[key] === next[key]) ? before : next
