import { useCallback, useEffect, useRef, useState } from 'react'
import type { Editor } from '../editor/use-editor.ts'
import type { Rescued, RescueStore } from './rescue.ts'

/** Milliseconds of quiet before unsaved work is written into the browser. */
const QUIET = 400

export type Rescue = {
  /** Unsaved work of earlier sittings; nothing of this one. */
  readonly found: readonly Rescued[]
  /** `failed`: this browser keeps nothing, e.g. in a private window. */
  readonly state: 'ready' | 'failed'
  readonly drop: (rescued: Rescued) => Promise<void>
}

/** Keeps unsaved work in this browser until the server has it, and finds what earlier sittings left. */
export const useRescue = (
  { instrument, revision, dirty }: Pick<Editor, 'instrument' | 'revision' | 'dirty'>,
  store: RescueStore,
): Rescue => {
  const { instrument: name } = instrument
  const [found, setFound] = useState<readonly Rescued[]>([])
  const [state, setState] = useState<Rescue['state']>('ready')
  /** Each sitting writes under a key of its own, so that it never covers what an earlier one left. */
  const [key] = useState(() => `${name} ${crypto.randomUUID()}`)
  const kept = useRef<'kept'>(undefined)
  useEffect(() => {
    store.list(name).then(
      (all) => setFound(all.filter((one) => one.key !== key)),
      () => setState('failed'),
    )
  }, [store, name, key])
  useEffect(() => {
    if (dirty === 'saved') {
      if (kept.current === undefined) return
      kept.current = undefined
      store.drop(key).catch(() => setState('failed'))
      return
    }
    const timer = setTimeout(() => {
      kept.current = 'kept'
      store.keep({ key, name, revision, instrument, at: new Date().toISOString() }).then(
        () => setState('ready'),
        () => setState('failed'),
      )
    }, QUIET)
    return () => clearTimeout(timer)
  }, [store, key, name, revision, instrument, dirty])
  const drop = useCallback<Rescue['drop']>(
    async (rescued) => {
      await store.drop(rescued.key)
      setFound((before) => before.filter((one) => one.key !== rescued.key))
    },
    [store],
  )
  return { found, state, drop }
}
