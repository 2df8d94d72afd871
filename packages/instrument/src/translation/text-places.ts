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

/** A text found again in an element that an edit left alone is the same place. */
const placesByText = new WeakMap<FoundText, TextPlace>()
const placesByInstrument = new WeakMap<Instrument, readonly TextPlace[]>()

/** Every text of an instrument in the order of the form, labels for the codebook last. */
export const textPlacesOf = (instrument: Instrument): readonly TextPlace[] => {
  const known = placesByInstrument.get(instrument)
  if (known !== undefined) return known
  const taken = new Map<string, number>()
  const unique = (place: TextPlace): TextPlace => {
    const times = (taken.get(place.key) ?? 0) + 1
    taken.set(place.key, times)
    return times === 1 ? place : { ...place, key: `${place.key}#${times}` }
  }
  const places = [
    ...findTexts(instrument, 'also').map((found) => unique(placeOf(instrument, found))),
    ...labelPlaces(instrument).map(unique),
  ]
  placesByInstrument.set(instrument, places)
  return places
}

const placeOf = ({ survey }: Instrument, found: FoundText): TextPlace => {
  const known = placesByText.get(found)
  if (known !== undefined) return known
  const { path, ...text } = found
  const place: TextPlace = {
    ...text,
    key: keyOf(survey, path),
    path: `/survey${path}`,
    reader: 'respondents',
  }
  placesByText.set(found, place)
  return place
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

const LABELLED = { scales: 'scale', variables: 'variable', context: 'context' } as const
type Labelled = keyof typeof LABELLED
/** Labels found before, by the list that holds them: an edit of the survey leaves it alone. */
const labelsByList = new WeakMap<readonly unknown[], readonly TextPlace[]>()

const labelPlaces = (instrument: Instrument): readonly TextPlace[] =>
  (Object.keys(LABELLED) as Labelled[]).flatMap((name) => {
    const list = listOf(instrument[name])
    const known = labelsByList.get(list) ?? labelsIn(list, name)
    labelsByList.set(list, known)
    return known
  })

const labelsIn = (list: readonly unknown[], part: Labelled): readonly TextPlace[] =>
  list.flatMap((entry, place): readonly TextPlace[] => {
    if (!isObject(entry)) return []
    const name = String(entry.name)
    const owner = `${LABELLED[part]}(${name})`
    const at = pointerTo('', part, place)
    const labelled = [
      { key: `${owner}:label`, path: pointerTo(at, 'label'), value: entry.label },
      ...listOf(entry.values).flatMap((value, index) =>
        isObject(value)
          ? [
              {
                key: `${owner}:values[${identityOf(value, index)}]:label`,
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
  })
