import { changedAt } from './changed-at.ts'
import type { Instrument } from './instrument.ts'
import { type Pointer, pointerTo } from './pointer.ts'
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
): Instrument =>
  keepStates(
    instrument,
    {
      ...instrument,
      survey: changedAt(instrument.survey, pointerTo(path, property), () => value),
    },
    { same: 'path' },
  )
