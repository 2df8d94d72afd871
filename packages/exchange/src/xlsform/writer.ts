import { type Instrument, type Item, itemsOf, type Localized, textIn } from '@echolot/instrument'
import type { Loss } from '../loss.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { conditionToXPath } from './condition-to-xpath.ts'

export type Json = Readonly<Record<string, unknown>>

export type Row = Record<string, string>

/** A form as it is written, and what is lost on the way. */
export type Writer = {
  readonly instrument: Instrument
  readonly items: ReadonlyMap<string, Item>
  readonly losses: Loss[]
  readonly choiceRows: Row[]
  readonly lists: Map<string, string>
  readonly kept: (path: string, what: string) => void
  readonly lost: (
    fate: 'approximated' | 'dropped',
    path: string,
    what: string,
    reason: Reason,
  ) => void
  /** Columns of one text in all its languages. */
  readonly texts: (column: string, value: unknown) => Row
  readonly xpath: (source: unknown, path: string, what: string, self?: string) => string | undefined
}

const MULTIPLE = new Set(['checkbox', 'tagbox', 'ranking'])

/** A writer for one instrument. */
export const writerFor = (instrument: Instrument): Writer => {
  const items = new Map(itemsOf(instrument).map((item) => [item.path, item]))
  const byName = new Map([...items.values()].map((item) => [item.name, item]))
  const source = instrument.languages[0]?.tag ?? 'en'
  const losses: Loss[] = []
  const lost: Writer['lost'] = (fate, path, what, reason) =>
    losses.push({ fate, path: `/survey${path}`, what, reason })
  return {
    instrument,
    items,
    losses,
    choiceRows: [],
    lists: new Map(),
    kept: (path, what) => losses.push({ fate: 'kept', path: `/survey${path}`, what }),
    lost,
    texts: (column, value) => {
      if (value === undefined || value === '') return {}
      return Object.fromEntries(
        instrument.languages.flatMap(({ tag }) => {
          const text = textIn(value as Localized, tag, source)
          return text === undefined ? [] : [[`${column}::${languageName(tag)}`, piped(text)]]
        }),
      )
    },
    xpath: (text, path, what, self) => {
      if (typeof text !== 'string' || text === '') return undefined
      const said = conditionToXPath(text, {
        isMultiple: (name) => MULTIPLE.has(byName.get(name)?.type ?? ''),
        isRepeat: (name) => byName.get(name)?.type === 'paneldynamic',
        ...(self === undefined ? {} : { self }),
      })
      if ('xpath' in said) return said.xpath
      lost(
        'dropped',
        path,
        `${what} “${text.slice(0, 200)}”`,
        because('by-hand-because', { why: said.unsaid }),
      )
      return undefined
    },
  }
}

/** The language in its own words, with its tag. */
export const languageName = (tag: string): string => {
  const language = tag.split('-')[0] ?? tag
  const name = /^[a-z]{2,3}$/.test(language)
    ? new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'code' }).of(language)
    : language
  return `${name ?? language} (${tag})`
}

export const piped = (text: string): string =>
  plainText(text).text.replaceAll(
    /\{([\p{L}_][\p{L}\p{N}_.]*)\}/gu,
    (_, path: string) => `\${${path.split('.').at(-1)}}`,
  )

export const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value)
    ? value.filter((entry): entry is Json => typeof entry === 'object' && entry !== null)
    : []

/** Properties nobody here writes. */
export const remark = (
  json: Json,
  path: string,
  known: ReadonlySet<string>,
  writer: Writer,
): void => {
  for (const [property, value] of Object.entries(json))
    if (!known.has(property))
      writer.lost(
        'dropped',
        `${path}/${property}`,
        `${property} ${JSON.stringify(value)?.slice(0, 60)}`,
        because('no-place-in-xlsform'),
      )
}
