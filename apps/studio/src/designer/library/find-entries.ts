import type { LibraryEntry } from '@echolot/contract/items'
import type { Instrument } from '@echolot/instrument'
import { itemsOf, localizedOf, textOf, textsOf } from '@echolot/instrument'

/** The items of an entry as a questionnaire of their own, for whatever reads questionnaires. */
export const instrumentOf = ({ newest }: Pick<LibraryEntry, 'newest'>): Instrument =>
  ({
    instrument: 'library',
    version: `${newest.version}.0.0`,
    languages: newest.content.languages,
    survey: { pages: [{ name: 'library', elements: newest.content.elements }] },
    variables: newest.content.variables,
    scales: newest.content.scales,
  }) as unknown as Instrument

/** What is looked for; empty means anything. */
export type Wanted = { readonly words: string; readonly language: string; readonly licence: string }

/** Entries in which every word is found: in title, tags, source, names, scales, or any text in any language. */
export const findEntries = (
  entries: readonly LibraryEntry[],
  { words, language, licence }: Wanted,
): readonly LibraryEntry[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    const { newest } = entry
    const { languages } = newest.content
    if (language !== '' && !languages.some(({ tag }) => tag === language)) return false
    if (licence !== '' && newest.licence !== licence) return false
    const text = textOfEntry(entry)
    return wanted.every((word) => text.includes(word))
  })
}

/** Everything an entry can be found by; made once an entry. */
const TEXTS = new WeakMap<LibraryEntry, string>()
const textOfEntry = (entry: LibraryEntry): string => {
  const known = TEXTS.get(entry)
  if (known !== undefined) return known
  const { newest } = entry
  const instrument = instrumentOf(entry)
  const source = instrument.languages[0]?.tag ?? 'de'
  const text = [
    newest.title,
    newest.source,
    newest.licence,
    ...newest.tags,
    ...itemsOf(instrument).map(({ name }) => name),
    ...instrument.scales.flatMap(({ name, label }) => [
      name,
      textOf(localizedOf(label, name), source, source),
    ]),
    ...instrument.languages.flatMap(({ tag }) =>
      textsOf(instrument, tag).map((one) => one.text ?? ''),
    ),
  ]
    .join('\n')
    .toLowerCase()
  TEXTS.set(entry, text)
  return text
}
