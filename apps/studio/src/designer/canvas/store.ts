import { useSyncExternalStore } from 'react'

/** A value that many parts look at, each redrawn only when what it looks at changes. */
export type Store<Value> = {
  readonly get: () => Value
  readonly set: (change: Partial<Value>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export const makeStore = <Value extends object>(first: Value): Store<Value> => {
  let now = first
  const listeners = new Set<() => void>()
  return {
    get: () => now,
    set: (change) => {
      const keys = Object.keys(change) as (keyof Value)[]
      if (keys.every((key) => now[key] === change[key])) return
      now = { ...now, ...change }
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What `pick` finds; it must give the same value for the same state. */
export const usePicked = <Value extends object, Picked>(
  store: Store<Value>,
  pick: (value: Value) => Picked,
): Picked => useSyncExternalStore(store.subscribe, () => pick(store.get()))
