import type { Instrument } from '@echolot/instrument'

/** Every state since opening, for undo and redo without limit: states share what an edit left alone. `mark` names what the last edit touched. */
export type History = {
  readonly past: readonly Instrument[]
  readonly now: Instrument
  readonly future: readonly Instrument[]
  readonly mark: string | undefined
}

export const startHistory = (now: Instrument): History => ({
  past: [],
  now,
  future: [],
  mark: undefined,
})

/** One more state. Edits of the same `mark` in a row, such as typing into one field, are undone together. */
export const record = (history: History, next: Instrument, mark?: string): History => {
  if (next === history.now) return history
  const together = mark !== undefined && mark === history.mark
  return {
    past: together ? history.past : [...history.past, history.now],
    now: next,
    future: [],
    mark,
  }
}

export const undo = ({ past, now, future }: History): History => {
  const before = past.at(-1)
  if (before === undefined) return { past, now, future, mark: undefined }
  return { past: past.slice(0, -1), now: before, future: [now, ...future], mark: undefined }
}

export const redo = ({ past, now, future }: History): History => {
  const [next, ...rest] = future
  if (next === undefined) return { past, now, future, mark: undefined }
  return { past: [...past, now], now: next, future: rest, mark: undefined }
}
