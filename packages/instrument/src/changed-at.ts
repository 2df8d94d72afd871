import { isObject } from './json.ts'
import { type Pointer, stepsOf } from './pointer.ts'

/**
 * A copy of `document` with the value at `pointer` changed; everything beside the way there is the same object as
 * before. Where the way leads nowhere the document comes back as it was. A change to undefined removes the property.
 */
export const changedAt = <Document>(
  document: Document,
  pointer: Pointer,
  change: (value: unknown) => unknown,
): Document => changed(document, stepsOf(pointer), change) as Document

const changed = (
  value: unknown,
  steps: readonly string[],
  change: (value: unknown) => unknown,
): unknown => {
  const [step, ...rest] = steps
  if (step === undefined) return change(value)
  if (Array.isArray(value)) {
    const place = Number(step)
    if (!Number.isInteger(place) || place < 0 || place >= value.length) return value
    const next = changed(value[place], rest, change)
    return next === value[place] ? value : value.with(place, next)
  }
  if (!isObject(value)) return value
  const before = Object.hasOwn(value, step) ? value[step] : undefined
  if (before === undefined && rest.length > 0) return value
  const next = changed(before, rest, change)
  if (next === before) return value
  if (next === undefined) {
    const { [step]: _, ...others } = value
    return others
  }
  return { ...value, [step]: next }
}

/** `list` with `entry` put in at `at`, or at its end. */
export const inserted = (
  list: readonly unknown[],
  entry: unknown,
  at = list.length,
): readonly unknown[] => {
  const place = Math.max(0, Math.min(at, list.length))
  return [...list.slice(0, place), entry, ...list.slice(place)]
}

/** `list` without the entry at `place`. */
export const without = (list: readonly unknown[], place: number): readonly unknown[] =>
  list.filter((_, other) => other !== place)

/** `list` with the entry at `from` moved to stand at `to`. */
export const moved = (list: readonly unknown[], from: number, to: number): readonly unknown[] =>
  from < 0 || from >= list.length || from === to
    ? list
    : inserted(without(list, from), list[from], to)
