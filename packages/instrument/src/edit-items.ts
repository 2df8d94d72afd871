import { changedAt, inserted, moved, without } from './changed-at.ts'
import type { Instrument } from './instrument.ts'
import { type JsonObject, listOf } from './json.ts'
import { type Pointer, pointerTo, stepsOf, valueAt } from './pointer.ts'
import { keepStates } from './translation/keep-states.ts'

/**
 * The instrument with an element put in.
 * @param list the list it goes into, e.g. `/pages/0/elements` or `/pages/0/elements/3/templateElements`
 */
export const addItem = (
  instrument: Instrument,
  { list, item, at }: { readonly list: Pointer; readonly item: JsonObject; readonly at?: number },
): Instrument =>
  keepStates(
    instrument,
    withList(instrument, list, (items) => inserted(items, item, at)),
  )

/** The instrument without the element at `path`; notes and scales on it stay and are reported by `structureProblems`. */
export const removeItem = (instrument: Instrument, path: Pointer): Instrument =>
  keepStates(instrument, removedAt(instrument, path))

const removedAt = (instrument: Instrument, path: Pointer): Instrument => {
  const { list, place } = splitPath(path)
  return withList(instrument, list, (items) => without(items, place))
}

/** The instrument with the element at `path` moved into a list, to stand at `at` there. It cannot be moved into itself. */
export const moveItem = (
  instrument: Instrument,
  { path, list, at }: { readonly path: Pointer; readonly list: Pointer; readonly at: number },
): Instrument => {
  const from = splitPath(path)
  const item = valueAt(instrument.survey, path)
  if (item === undefined || list === path || list.startsWith(`${path}/`)) return instrument
  if (from.list === list) return withList(instrument, list, (items) => moved(items, from.place, at))
  const arrived = withList(instrument, list, (items) => inserted(items, item, at))
  return arrived === instrument ? instrument : removedAt(arrived, shifted(path, list, at))
}

/** `path` after something was put into `list` at `at`. */
const shifted = (path: Pointer, list: Pointer, at: number): Pointer => {
  if (!path.startsWith(`${list}/`)) return path
  const steps = stepsOf(path)
  const depth = stepsOf(list).length
  const place = Number(steps[depth])
  return place < at
    ? path
    : pointerTo('', ...steps.slice(0, depth), place + 1, ...steps.slice(depth + 1))
}

const splitPath = (path: Pointer): { readonly list: Pointer; readonly place: number } => {
  const steps = stepsOf(path)
  return { list: pointerTo('', ...steps.slice(0, -1)), place: Number(steps.at(-1)) }
}

/** A list that is not there yet is made when its owner is. */
export const withList = (
  instrument: Instrument,
  list: Pointer,
  change: (entries: readonly unknown[]) => readonly unknown[],
): Instrument => {
  const survey = changedAt(instrument.survey, list, (entries) => change(listOf(entries)))
  return survey === instrument.survey ? instrument : { ...instrument, survey }
}
