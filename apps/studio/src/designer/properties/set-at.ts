import { type Instrument, type Pointer, setProperty, stepsOf, valueAt } from '@echolot/instrument'

/**
 * The instrument with `property` of the object at `pointer` (in the survey) set; undefined takes it away. A choice that
 * stands there as a bare value becomes an object first, and a property held under an older name moves to its present one.
 */
export const setAt = (
  instrument: Instrument,
  pointer: Pointer,
  {
    property,
    former,
    value,
  }: { readonly property: string; readonly former?: string | undefined; readonly value: unknown },
): Instrument => {
  const opened = withObjectAt(instrument, pointer)
  const set = setProperty(opened, { path: pointer, property, value })
  return former === undefined || former === property
    ? set
    : setProperty(set, { path: pointer, property: former, value: undefined })
}

/** A bare `3` or `"Apple"` as `{ value: 3 }`; a nested object that is not there yet as an empty one. */
const withObjectAt = (instrument: Instrument, pointer: Pointer): Instrument => {
  const there = valueAt(instrument.survey, pointer)
  if (pointer === '' || (typeof there === 'object' && there !== null)) return instrument
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  return setProperty(instrument, {
    path: parent,
    property: stepsOf(pointer).at(-1) ?? '',
    value: there === undefined ? {} : { value: there },
  })
}
