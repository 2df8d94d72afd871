import { type Instrument, type Item, itemsOf, localizedOf, textOf } from '@echolot/instrument'

/** Questions of an instrument that are answered in own words and can be coded. */
export const openQuestionsOf = (instrument: Instrument): readonly Item[] => {
  const free = new Set(
    instrument.variables
      .filter(({ sensitivity }) => sensitivity === 'free-text')
      .map(({ name }) => name),
  )
  return itemsOf(instrument).filter(
    ({ name, parent, role }) => parent === undefined && role === 'answer' && free.has(name),
  )
}

/** What somebody wrote under `key`; undefined for nothing but blanks, or an answer that is no text. */
export const wordsIn = (answers: string, { key }: Pick<Item, 'key'>): string | undefined => {
  const words: unknown = JSON.parse(answers)[key]
  return typeof words === 'string' && words.trim() !== '' ? words : undefined
}

/** A title in the instrument's own language. */
export const titleOf = (instrument: Instrument, { title }: Pick<Item, 'title'>): string => {
  const source = sourceOf(instrument)
  return textOf(title, source, source)
}

/** A title in every language it is written in. */
export const titlesOf = (
  instrument: Instrument,
  item: Pick<Item, 'json' | 'name'>,
): Readonly<Record<string, string>> => {
  const title = localizedOf(item.json.title, item.name)
  const source = sourceOf(instrument)
  if (typeof title === 'string') return { [source]: title }
  const { default: own, ...others } = title
  return own === undefined ? others : { [source]: own, ...others }
}

const sourceOf = ({ languages }: Instrument): string =>
  (languages.find(({ status }) => status === 'source') ?? languages[0])?.tag ?? 'de'
