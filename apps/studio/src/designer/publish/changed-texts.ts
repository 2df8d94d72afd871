import { type Instrument, type InstrumentText, textsOf, valueAt } from '@echolot/instrument'

/** One text that reads differently in two versions; undefined where a version has none. */
export type ChangedText = {
  readonly language: string
  /** Name of the element it belongs to. */
  readonly element: string
  readonly property: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/**
 * Texts that differ between two versions, language by language. A text is the same one as long as its element keeps its
 * name and its choice its value, wherever both may have moved.
 */
export const changedTexts = (before: Instrument, after: Instrument): readonly ChangedText[] =>
  [...new Set([...before.languages, ...after.languages].map(({ tag }) => tag))].flatMap(
    (language) => {
      const was = textsByKey(before, language)
      const is = textsByKey(after, language)
      return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
        const old = was.get(key)
        const now = is.get(key)
        const { element = '', property = '' } = now ?? old ?? {}
        return old?.text === now?.text
          ? []
          : [{ language, element, property, before: old?.text, after: now?.text }]
      })
    },
  )

const textsByKey = (
  instrument: Instrument,
  language: string,
): ReadonlyMap<string, InstrumentText> =>
  new Map(textsOf(instrument, language).map((text) => [keyOf(instrument, text), text]))

/** The way from the element to its text, with the value of a choice in place of its number. */
const keyOf = ({ survey }: Instrument, { path, element }: InstrumentText): string => {
  const inner = path.replace(/^.*\/(?:pages|elements|templateElements|questions)\/\d+/, '')
  const [, list, place] = /\/(choices|rows|columns|rateValues)\/(\d+)/.exec(inner) ?? []
  if (list === undefined || place === undefined) return `${element}${inner}`
  const entry = valueAt(survey, `${path.slice(0, path.lastIndexOf(`/${list}/`))}/${list}/${place}`)
  const value =
    typeof entry === 'object' && entry !== null
      ? String(
          (entry as { value?: unknown; name?: unknown }).value ??
            (entry as { name?: unknown }).name,
        )
      : String(entry)
  return `${element}/${list}/${value}`
}
