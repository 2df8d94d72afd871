import { type Instrument, type Pointer, valueAt } from '@echolot/instrument'
import { kindOf } from '../edits/kind-of.ts'
import type { Json } from '../edits/outline.ts'
import { textPlacesOf } from './text-places.ts'

const jsonAt = ({ survey }: Instrument, pointer: Pointer): Json =>
  (valueAt(survey, pointer) as Json | undefined) ?? {}

/** The kind that an element is of, to add another one alike. */
export const kindAt = (instrument: Instrument, pointer: Pointer): string => {
  const json = jsonAt(instrument, pointer)
  return typeof json.type === 'string' ? kindOf({ type: json.type, json }) : 'radiogroup'
}

/** Where writing begins in a new element; undefined where it has no words. */
export const firstTextOf = (instrument: Instrument, pointer: Pointer): string | undefined => {
  const json = jsonAt(instrument, pointer)
  return textPlacesOf({ type: typeof json.type === 'string' ? json.type : 'page', json })[0]
}
