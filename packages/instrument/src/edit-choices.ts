import { inserted, moved, without } from './changed-at.ts'
import { readChoices } from './choices-of.ts'
import { withList } from './edit-items.ts'
import type { Instrument } from './instrument.ts'
import { listOf } from './json.ts'
import { type Pointer, valueAt } from './pointer.ts'
import { keepStates } from './translation/keep-states.ts'

/**
 * The instrument with a choice, row or column put into a list, e.g. `/pages/0/elements/2/choices`. Without one it gets
 * the next free number as its value: values are what the data hold, and one that was used before never comes back.
 */
export const addChoice = (
  instrument: Instrument,
  { list, choice, at }: { readonly list: Pointer; readonly choice?: unknown; readonly at?: number },
): Instrument =>
  keepStates(
    instrument,
    withList(instrument, list, (choices) =>
      inserted(choices, choice ?? { value: nextValue(instrument, list), text: '' }, at),
    ),
  )

/** The instrument without the choice at this place of a list. */
export const removeChoice = (
  instrument: Instrument,
  { list, place }: { readonly list: Pointer; readonly place: number },
): Instrument =>
  keepStates(
    instrument,
    withList(instrument, list, (choices) => without(choices, place)),
  )

/** The instrument with one choice of a list moved. */
export const moveChoice = (
  instrument: Instrument,
  { list, from, to }: { readonly list: Pointer; readonly from: number; readonly to: number },
): Instrument => withList(instrument, list, (choices) => moved(choices, from, to))

const nextValue = (instrument: Instrument, list: Pointer): number => {
  const numbers = readChoices(listOf(valueAt(instrument.survey, list))).flatMap(({ value }) =>
    typeof value === 'number' ? [value] : [],
  )
  return Math.max(0, ...numbers) + 1
}
