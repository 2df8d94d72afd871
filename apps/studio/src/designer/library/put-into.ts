import type { LibraryEntry } from '@echolot/contract/items'
import { type Instrument, type Pointer, pointerTo, valueAt } from '@echolot/instrument'
import { type Inserted, insertItems, type LibraryContent } from '@echolot/instrument/library'
import { type Placed, placeOf } from '../edits/structure.ts'

/** A library's items behind the selected element; at the end of a selected page, else of the last one. */
export const putInto = (
  instrument: Instrument,
  selected: Pointer,
  { id, newest }: LibraryEntry,
): Placed & Inserted => {
  const { list, at } = placeFor(instrument, selected)
  const inserted = insertItems(instrument, {
    list,
    place: at,
    content: newest.content as unknown as LibraryContent,
    from: { entry: id, version: newest.version },
  })
  return { ...inserted, pointer: pointerTo(list, at) }
}

const placeFor = (
  { survey }: Instrument,
  selected: Pointer,
): { readonly list: Pointer; readonly at: number } => {
  const pages = Array.isArray(survey.pages) ? survey.pages.length : 0
  const page = selected === '' ? pointerTo('/pages', Math.max(0, pages - 1)) : selected
  const { list, at } = placeOf(page)
  if (list !== '/pages') return { list, at: at + 1 }
  const inside = pointerTo(page, 'elements')
  const elements = valueAt(survey, inside)
  return { list: inside, at: Array.isArray(elements) ? elements.length : 0 }
}
