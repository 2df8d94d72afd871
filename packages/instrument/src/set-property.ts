import { changedAt } from './changed-at.ts'
import type { Instrument } from './instrument.ts'
import { type Pointer, pointerTo, valueAt } from './pointer.ts'
import { keepStates } from './translation/keep-states.ts'

/**
 * The instrument with one property of one element set; undefined removes it. Everything else stays as it is, unknown
 * properties included.
 * @param path of the element in the survey, e.g. `/pages/0/elements/2`; '' for the survey itself
 */
export const setProperty = (
  instrument: Instrument,
  {
    path,
    property,
    value,
  }: { readonly path: Pointer; readonly property: string; readonly value: unknown },
): Instrument => {
  const at = pointerTo(path, property)
  const before = valueAt(instrument.survey, at)
  const after = { ...instrument, survey: changedAt(instrument.survey, at, () => value) }
  const touchesNoText = property !== 'value' && isFlag(before) && isFlag(value)
  return touchesNoText ? after : keepStates(instrument, after, { same: 'path' })
}

/** Flags and plain numbers hold no texts; only the value of a choice is part of a text's key. */
const isFlag = (value: unknown) =>
  value === undefined || typeof value === 'boolean' || typeof value === 'number'
