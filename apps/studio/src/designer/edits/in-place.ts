import {
  type Instrument,
  type Pointer,
  pointerTo,
  removeChoice,
  setProperty,
  setText,
  valueAt,
} from '@echolot/instrument'
import { addEntry, entriesAt, setEntryText } from './entries.ts'
import type { Json } from './outline.ts'

/** Types whose columns or items are questions with a name and a title. */
const NAMED_PARTS = new Set(['matrixdropdown', 'matrixdynamic', 'multipletext'])
const ENTRY = /^\/(choices|rows|columns|rateValues|items)\/(\d+)$/

export type Written = {
  readonly element: Pointer
  /** Place in the element, e.g. `/title` or `/choices/2`. */
  readonly text: string
  readonly language: string
  readonly words: string
}

/** The words at a place of an element, in one language; a choice keeps its value, a column its name. */
export const writeInPlace = (
  instrument: Instrument,
  { element, text, language, words }: Written,
): Instrument => {
  const entry = ENTRY.exec(text)
  if (entry === null) return setText(instrument, { path: element + text, language, text: words })
  const list = pointerTo(element, entry[1] ?? '')
  const place = Number(entry[2])
  const type = (valueAt(instrument.survey, element) as Json | undefined)?.type
  if (!NAMED_PARTS.has(String(type)) || entry[1] === 'rows' || entry[1] === 'choices')
    return setEntryText(instrument, list, { place, language, text: words })
  const part = valueAt(instrument.survey, element + text)
  const named =
    typeof part === 'object'
      ? instrument
      : setProperty(instrument, { path: list, property: entry[2] ?? '', value: { name: part } })
  return setText(named, { path: pointerTo(element + text, 'title'), language, text: words })
}

/** Several lines at once: the first one here, each other one as an entry of its own behind it. */
export const writeLines = (
  instrument: Instrument,
  {
    element,
    text,
    language,
    lines,
  }: Omit<Written, 'words'> & { readonly lines: readonly string[] },
): Instrument => {
  const entry = ENTRY.exec(text)
  if (entry === null) return instrument
  const list = pointerTo(element, entry[1] ?? '')
  return lines.reduce((now, words, line) => {
    const at = Number(entry[2]) + line
    const ready = at < entriesAt(now, list).length && line === 0 ? now : addEntry(now, list, at)
    return writeInPlace(ready, { element, text: `/${entry[1]}/${at}`, language, words })
  }, instrument)
}

/** Without an entry that was begun and never written. */
export const dropEmptyEntry = (
  instrument: Instrument,
  element: Pointer,
  text: string,
): Instrument => {
  const entry = ENTRY.exec(text)
  if (entry === null) return instrument
  const list = pointerTo(element, entry[1] ?? '')
  const written = entriesAt(instrument, list)[Number(entry[2])]?.text
  return written === '' ? removeChoice(instrument, { list, place: Number(entry[2]) }) : instrument
}
