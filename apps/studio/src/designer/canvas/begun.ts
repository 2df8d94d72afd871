import { type Instrument, type Pointer, valueAt } from '@echolot/instrument'
import type { Json } from '../edits/outline.ts'
import { textPlacesOf } from './text-places.ts'

const jsonAt = ({ survey }: Instrument, pointer: Pointer): Json =>
  (valueAt(survey, pointer) as Json | undefined) ?? {}

/** The kind of the toolbox that an element is of: numbers and dates are forms of `text`. */
export const kindAt = (instrument: Instrument, pointer: Pointer): string => {
  const { type, inputType } = jsonAt(instrument, pointer)
  if (type === 'text' && (inputType === 'number' || inputType === 'date')) return inputType
  return typeof type === 'string' ? type : 'radiogroup'
}

/** Where writing begins in a new element; undefined where it has no words. */
export const firstTextOf = (instrument: Instrument, pointer: Pointer): string | undefined => {
  const json = jsonAt(instrument, pointer)
  return textPlacesOf({ type: typeof json.type === 'string' ? json.type : 'page', json })[0]
}
