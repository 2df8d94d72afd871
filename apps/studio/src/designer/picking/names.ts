import {
  type Instrument,
  type Item,
  itemsOf,
  localizedOf,
  pagesOf,
  textOf,
} from '@echolot/instrument'
import { sourceOf } from '../edits/source-of.ts'

/** A name to choose, and how it reads in the list. */
export type Offered = { readonly name: string; readonly text: string }

const LONGEST = 60

/** An item for a list to choose from: its name and the beginning of its words, without markup. */
export const nameAndTitle = (item: Pick<Item, 'name' | 'title'>, source: string): string => {
  const words = textOf(item.title, source, source)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words
  return short === '' || short === item.name ? item.name : `${item.name}: ${short}`
}

/** Pages, blocks and items that one can speak of, by name. */
export const targetsOf = (
  instrument: Instrument,
): readonly { readonly kind: 'page' | 'panel' | 'item'; readonly name: string }[] => [
  ...pagesOf(instrument).map(({ name }) => ({ kind: 'page' as const, name })),
  ...panelsIn(instrument.survey.pages).map((name) => ({ kind: 'panel' as const, name })),
  ...itemsOf(instrument)
    .filter(({ role }) => role !== 'text')
    .map(({ name }) => ({ kind: 'item' as const, name })),
]

const panelsIn = (list: unknown): readonly string[] =>
  (Array.isArray(list) ? list : []).flatMap((element: unknown) => {
    if (typeof element !== 'object' || element === null) return []
    const { type, name, elements } = element as Readonly<Record<string, unknown>>
    return [...(type === 'panel' && typeof name === 'string' ? [name] : []), ...panelsIn(elements)]
  })

/** Pages to choose from, each with its title. */
export const pageNames = (instrument: Instrument): readonly Offered[] => {
  const source = sourceOf(instrument)
  return pagesOf(instrument).map(({ name, json }) => ({
    name,
    text: nameAndTitle({ name, title: localizedOf(json.title, name) }, source),
  }))
}

/** Questions to choose from that are not a part of another, each with its words. */
export const questionNames = (instrument: Instrument): readonly Offered[] => {
  const source = sourceOf(instrument)
  return itemsOf(instrument)
    .filter(({ parent }) => parent === undefined)
    .map((item) => ({ name: item.name, text: nameAndTitle(item, source) }))
}
