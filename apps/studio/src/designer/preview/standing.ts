import { type Instrument, itemsOf } from '@echolot/instrument'

/** Answers to questions that are still asked. */
export const standing = (
  instrument: Instrument,
  answers: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const keys = new Set(
    itemsOf(instrument).flatMap(({ key, parent }) =>
      parent === undefined ? [key, `${key}-Comment`] : [],
    ),
  )
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)))
}
