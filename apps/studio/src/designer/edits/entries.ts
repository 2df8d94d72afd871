import {
  addChoice,
  type Instrument,
  type Localized,
  localizedOf,
  type Pointer,
  pointerTo,
  setProperty,
  setText,
  valueAt,
} from '@echolot/instrument'
import type { Json } from './outline.ts'

/** One entry of a list of choices, matrix columns or rows, as it stands in the JSON. */
export type Entry = { readonly value: string | number; readonly text: Localized }

export const entriesAt = (instrument: Instrument, list: Pointer): readonly Entry[] =>
  entriesIn(valueAt(instrument.survey, list))

/** The entries of a list as JSON; anything but a list has none. */
export const entriesIn = (list: unknown): readonly Entry[] =>
  Array.isArray(list) ? list.map(entryOf) : []

const entryOf = (entry: unknown): Entry => {
  if (typeof entry !== 'object' || entry === null)
    return { value: entry as string | number, text: typeof entry === 'string' ? entry : '' }
  const { value, text } = entry as Json
  return { value: (value ?? '') as string | number, text: localizedOf(text, '') }
}

/** −77, −88 and −99 mean missing, wherever they stand. */
export const isMissingCode = (value: string | number): boolean =>
  [-77, -88, -99].includes(Number(value))

/**
 * One more entry, numbered on where values are numbers, named on where they are names.
 * @param wanted its place; otherwise it comes last, but before the missing codes
 */
export const addEntry = (instrument: Instrument, list: Pointer, wanted?: number): Instrument => {
  const entries = entriesAt(instrument, list)
  const codes = entries.findIndex(({ value }) => isMissingCode(value))
  const at = wanted ?? (codes === -1 ? entries.length : codes)
  const last = entries.findLast(({ value }) => !isMissingCode(value))
  if (typeof last?.value !== 'string' || last.value === '')
    return addChoice(instrument, { list, at })
  const taken = new Set(entries.map(({ value }) => String(value)))
  return addChoice(instrument, {
    list,
    at,
    choice: { value: nextName(last.value, taken), text: '' },
  })
}

/** `item_4` after `item_3`. */
const nextName = (last: string, taken: ReadonlySet<string>): string => {
  const stem = last.replace(/\d+$/, '')
  let number = Number(last.slice(stem.length) || '1') + 1
  while (taken.has(`${stem}${number}`)) number += 1
  return `${stem}${number}`
}

/** Other words for an entry, in one language. */
export const setEntryText = (
  instrument: Instrument,
  list: Pointer,
  {
    place,
    language,
    text,
  }: { readonly place: number; readonly language: string; readonly text: string },
): Instrument => {
  const path = pointerTo(list, place)
  const entry = valueAt(instrument.survey, path)
  return setText(instrument, {
    path: typeof entry === 'object' && entry !== null ? pointerTo(path, 'text') : path,
    language,
    text,
  })
}

/** Another value for an entry. A whole number is stored as a number; words that were also the value are kept. */
export const setEntryValue = (
  instrument: Instrument,
  list: Pointer,
  { place, value }: { readonly place: number; readonly value: string },
): Instrument => {
  const path = pointerTo(list, place)
  const entry = valueAt(instrument.survey, path)
  const typed = /^-?\d+$/.test(value.trim()) ? Number(value) : value
  if (typeof entry === 'object' && entry !== null)
    return setProperty(instrument, { path, property: 'value', value: typed })
  const next = typeof entry === 'string' ? { value: typed, text: entry } : typed
  return setProperty(instrument, { path: list, property: String(place), value: next })
}
