import { type Instrument, type Item, itemsOf, pagesOf, textOf } from '@echolot/instrument'

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
