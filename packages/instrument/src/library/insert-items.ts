import { changedAt } from '../changed-at.ts'
import type { Instrument, Localized } from '../instrument.ts'
import { type Item, itemsOf } from '../items-of.ts'
import type { JsonObject } from '../json.ts'
import { isLocalizedObject, textIn } from '../localized.ts'
import { type Pointer, stepsOf, valueAt } from '../pointer.ts'
import { renameItem } from '../rename-item.ts'
import { findTexts } from '../texts-of.ts'
import type { LibraryContent } from './library-content.ts'

export type Inserted = {
  readonly instrument: Instrument
  /** Names that were taken, and what stands in their place. */
  readonly renamed: ReadonlyMap<string, string>
  /** Languages of the questionnaire in which the items have no texts. */
  readonly untranslated: readonly string[]
}

/**
 * The instrument with items of a library at `place` of `list`. Names that are taken get a number, everywhere in what is
 * inserted; texts come in the languages of the questionnaire; each note says where the item came from.
 */
export const insertItems = (
  instrument: Instrument,
  {
    list,
    place,
    content,
    from,
  }: {
    /** A page's or panel's list, e.g. `/pages/0/elements`. */
    readonly list: Pointer
    readonly place: number
    readonly content: LibraryContent
    readonly from: { readonly entry: string; readonly version: number }
  },
): Inserted => {
  const { part, renamed } = withFreeNames(partOf(content), instrument)
  const origin = new Map([...renamed].map(([old, now]) => [now, old]))
  const elements = (inLanguages(part, instrument).survey.pages as PartPages)[0].elements
  const before = valueAt(instrument.survey, list)
  const known = Array.isArray(before) ? before : []
  return {
    instrument: {
      ...instrument,
      survey: changedAt(instrument.survey, list, () => [
        ...known.slice(0, place),
        ...elements,
        ...known.slice(place),
      ]),
      variables: [
        ...instrument.variables,
        ...part.variables.map((note) => ({
          ...note,
          library: { ...from, name: origin.get(note.name) ?? note.name },
        })),
      ],
      scales: [...instrument.scales, ...part.scales],
    },
    renamed,
    untranslated: instrument.languages
      .map(({ tag }) => tag)
      .filter((tag) => !content.languages.some((language) => language.tag === tag)),
  }
}

type PartPages = readonly [{ readonly elements: readonly JsonObject[] }]

/** The content as a questionnaire of its own, so that its names can be changed like any other's. */
const partOf = ({ languages, elements, variables, scales }: LibraryContent): Instrument => ({
  instrument: 'library',
  version: '1.0.0',
  languages,
  survey: { pages: [{ name: 'library', elements }] },
  variables,
  scales,
})

const withFreeNames = (part: Instrument, instrument: Instrument) => {
  const taken = new Set(itemsOf(instrument).map(nameOf))
  const renamed = new Map<string, string>()
  let now = part
  for (const name of itemsOf(part).map(nameOf)) {
    if (!taken.has(name)) {
      taken.add(name)
      continue
    }
    const own = new Set(itemsOf(now).map(nameOf))
    const to = freeName(name, (one) => taken.has(one) || own.has(one))
    now = renameItem(now, { from: name, to })
    taken.add(to)
    renamed.set(name, to)
  }
  const scaleNames = new Set(instrument.scales.map(nameOf))
  const scales = now.scales.map((scale) => {
    const name = scaleNames.has(scale.name)
      ? freeName(scale.name, (one) => scaleNames.has(one))
      : scale.name
    scaleNames.add(name)
    return { ...scale, name }
  })
  return { part: { ...now, scales }, renamed }
}

const nameOf = ({ name }: Pick<Item, 'name'>) => name

const freeName = (name: string, isTaken: (name: string) => boolean): string => {
  const stem = name.replace(/_\d+$/, '')
  for (let number = 2; ; number += 1) if (!isTaken(`${stem}_${number}`)) return `${stem}_${number}`
}

/** Each text in the languages of `instrument`; its source language stands under `default`. */
const inLanguages = (part: Instrument, { languages }: Instrument): Instrument => {
  const [here, there] = [part.languages[0]?.tag ?? 'de', languages[0]?.tag ?? 'de']
  let survey: JsonObject = part.survey
  for (const { path, value } of findTexts(part)) {
    const text = told(value, { here, there, tags: languages.map(({ tag }) => tag) })
    if (text === value) continue
    const steps = stepsOf(path)
    const isEntry =
      typeof valueAt(survey, path) === 'string' && Number.isInteger(Number(steps.at(-1)))
    // A choice that is its own text keeps its value.
    survey = changedAt(survey, path, () => (isEntry ? { value, text } : text))
  }
  return { ...part, survey }
}

const told = (
  value: Localized,
  {
    here,
    there,
    tags,
  }: { readonly here: string; readonly there: string; readonly tags: readonly string[] },
): Localized => {
  if (here === there && !isLocalizedObject(value)) return value
  const source = textIn(value, there, here) ?? textIn(value, here, here) ?? ''
  const others = tags
    .filter((tag) => tag !== there)
    .flatMap((tag): [string, string][] => {
      const text = textIn(value, tag, here)
      return text === undefined ? [] : [[tag, text]]
    })
  return others.length === 0 ? source : { default: source, ...Object.fromEntries(others) }
}
