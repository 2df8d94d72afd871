import type { Instrument, Localized } from '../instrument.ts'
import { isObject, listOf } from '../json.ts'
import { isLocalizedObject, textIn } from '../localized.ts'
import { type Pointer, pointerTo, stepsOf } from '../pointer.ts'
import { type FoundText, findTexts } from '../texts-of.ts'

/** One text of an instrument: where it stands, and the name it keeps when it stands elsewhere. */
export type TextPlace = {
  /** Stable over moving and reordering: `job:title`, `job:choices[2]:text`, `page(p_home):title`. */
  readonly key: string
  /** JSON pointer into the instrument; into its survey it begins with `/survey`. */
  readonly path: Pointer
  /** Name of the nearest element or page around it; of the scale or variable for labels. */
  readonly element: string
  readonly property: string
  /** Labels of scales and variables are read in codebook and report only. */
  readonly reader: 'respondents' | 'codebook'
  readonly value: Localized
}

/** A text found again in an element that an edit left alone keeps its key. */
const keysByText = new WeakMap<FoundText, string>()
const placesByInstrument = new WeakMap<Instrument, readonly TextPlace[]>()

/** Every text of an instrument in the order of the form, labels for the codebook last. */
export const textPlacesOf = (instrument: Instrument): readonly TextPlace[] => {
  const known = placesByInstrument.get(instrument)
  if (known !== undefined) return known
  const taken = new Map<string, number>()
  const unique = (key: string) => {
    const times = (taken.get(key) ?? 0) + 1
    taken.set(key, times)
    return times === 1 ? key : `${key}#${times}`
  }
  const places = [
    ...findTexts(instrument, 'also').map((found): TextPlace => {
      const { path, element, property, value } = found
      const key = keysByText.get(found) ?? keyOf(instrument.survey, path)
      keysByText.set(found, key)
      return {
        key: unique(key),
        path: `/survey${path}`,
        element,
        property,
        reader: 'respondents',
        value,
      }
    }),
    ...labelPlaces(instrument).map((place) => ({ ...place, key: unique(place.key) })),
  ]
  placesByInstrument.set(instrument, places)
  return places
}

/** The text of a place in one language, or undefined where it has none. */
export const wordsAt = (
  place: TextPlace,
  instrument: Instrument,
  language: string,
): string | undefined => textIn(place.value, language, sourceLanguageOf(instrument))

export const sourceLanguageOf = ({ languages }: Instrument): string =>
  languages[0]?.tag ?? 'default'

const ELEMENT_LISTS = new Set(['elements', 'questions', 'templateElements'])

/** Names instead of numbers wherever an entry has one: its name, its value, its type. */
const keyOf = (survey: Instrument['survey'], path: Pointer): string => {
  let value: unknown = survey
  let owner = 'survey'
  let parts: string[] = []
  let list = ''
  const steps = stepsOf(path)
  for (const step of steps) {
    const inList = Array.isArray(value)
    value =
      isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>)[step] : undefined
    if (!inList) {
      list = step
      parts.push(step)
      continue
    }
    const own = nameOf(value)
    if (own !== undefined && (list === 'pages' || ELEMENT_LISTS.has(list))) {
      owner = list === 'pages' ? `page(${own})` : own
      parts = []
    } else {
      const name = identityOf(value, Number(step))
      parts = [...parts.slice(0, -1), `${parts.at(-1) ?? ''}[${name}]`]
      if (!isObject(value)) parts.push('text')
    }
  }
  return [owner, ...parts].join(':')
}

const nameOf = (value: unknown) =>
  isObject(value) && typeof value.name === 'string' && value.name !== '' ? value.name : undefined

const identityOf = (entry: unknown, place: number): string => {
  const name = isObject(entry) ? (entry.value ?? entry.name ?? entry.type) : entry
  return typeof name === 'string' || typeof name === 'number' || typeof name === 'boolean'
    ? String(name)
    : `#${place + 1}`
}

const labelPlaces = (instrument: Instrument): readonly TextPlace[] =>
  (['scales', 'variables', 'context'] as const).flatMap((list) =>
    listOf(instrument[list]).flatMap((entry, place): readonly TextPlace[] => {
      if (!isObject(entry)) return []
      const name = String(entry.name)
      const kind = { scales: 'scale', variables: 'variable', context: 'context' }[list]
      const at = pointerTo('', list, place)
      const labelled = [
        { key: `${kind}(${name}):label`, path: pointerTo(at, 'label'), value: entry.label },
        ...listOf(entry.values).flatMap((value, index) =>
          isObject(value)
            ? [
                {
                  key: `${kind}(${name}):values[${identityOf(value, index)}]:label`,
                  path: pointerTo(at, 'values', index, 'label'),
                  value: value.label,
                },
              ]
            : [],
        ),
      ]
      return labelled.flatMap(({ key, path, value }): readonly TextPlace[] =>
        (typeof value === 'string' && value !== '') || isLocalizedObject(value)
          ? [{ key, path, element: name, property: 'label', reader: 'codebook', value }]
          : [],
      )
    }),
  )
