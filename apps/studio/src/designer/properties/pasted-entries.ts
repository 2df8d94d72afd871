import { type Instrument, type Pointer, setProperty, stepsOf, valueAt } from '@echolot/instrument'

/** One line of a spreadsheet: the value, and its texts in the order of the languages. */
export type PastedEntry = { readonly value: string | number; readonly texts: readonly string[] }

const WHOLE = /^-?\d{1,9}$/

/**
 * Lines of a spreadsheet as entries: the first column is the value, the others are texts. Lines of one column are texts;
 * they are numbered from `first` on.
 */
export const readPasted = (text: string, first: number): readonly PastedEntry[] => {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const single = lines.every((cells) => cells.length === 1)
  return lines.map((cells, place) =>
    single
      ? { value: first + place, texts: [cells[0] ?? ''] }
      : {
          value: WHOLE.test(cells[0] ?? '') ? Number(cells[0]) : (cells[0] ?? ''),
          texts: cells.slice(1),
        },
  )
}

/** The instrument with pasted entries in the list at `pointer`: behind those that are there, or instead of them. */
export const pasteEntries = (
  instrument: Instrument,
  pointer: Pointer,
  {
    entries,
    languages,
    how,
  }: {
    readonly entries: readonly PastedEntry[]
    readonly languages: readonly string[]
    readonly how: 'behind' | 'instead'
  },
): Instrument => {
  const there = valueAt(instrument.survey, pointer)
  const before = how === 'behind' && Array.isArray(there) ? there : []
  const source = instrument.languages[0]?.tag
  const pasted = entries.map(({ value, texts }) => {
    const words = Object.fromEntries(
      texts.flatMap((text, place) => {
        const language = languages[place]
        return text === '' || language === undefined
          ? []
          : [[language === source ? 'default' : language, text]]
      }),
    )
    const tags = Object.keys(words)
    const text = tags.length === 1 && tags[0] === 'default' ? words.default : words
    return tags.length === 0 ? value : { value, text }
  })
  return setProperty(instrument, {
    path: pointer.slice(0, pointer.lastIndexOf('/')),
    property: stepsOf(pointer).at(-1) ?? '',
    value: [...before, ...pasted],
  })
}
