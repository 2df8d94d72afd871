import { type Instrument, type Item, itemsOf, localizedOf, pagesOf } from '@echolot/instrument'
import type { Witness } from '@echolot/routing/logic'
import { plainText } from '../say.ts'

/** One page of a way, and the answers given there. */
export type Stop = {
  readonly page: string
  readonly title: string
  readonly answers: readonly {
    readonly item: string
    readonly label: string
    readonly value: string
  }[]
}

/** The way a witness leads, page by page, in words; as far as `until` where the way goes there. */
export const wayOf = (
  { path, answers }: Witness,
  { instrument, language, yes, no, until }: WayWords,
): readonly Stop[] => {
  const end = path.findIndex(({ page }) => page === until)
  const stretch = end === -1 ? path : path.slice(0, end + 1)
  const source = instrument.languages[0]?.tag ?? language
  const say = (text: Item['title']) => plainText(text, language, source)
  const items = itemsOf(instrument)
  const titles = new Map(
    pagesOf(instrument).map(({ name, json }) => [name, say(localizedOf(json.title, name))]),
  )
  const choice = ({ choices }: Item, value: unknown): string => {
    const found = choices.find((one) => String(one.value) === String(value))
    return found === undefined ? String(value) : say(found.text) || String(value)
  }
  const valueIn = (item: Item, value: unknown): string => {
    if (typeof value === 'boolean') return value ? yes : no
    if (!Array.isArray(value)) return isRecord(value) ? partsIn(item, value) : choice(item, value)
    return value.every(isRecord)
      ? entriesIn(value.map((entry) => partsIn(item, entry)))
      : value.map((one) => choice(item, one)).join(', ')
  }
  const partsIn = (owner: Item, record: Readonly<Record<string, unknown>>): string =>
    Object.entries(record)
      .map(([key, value]) => {
        const part = items.find(
          ({ parent, name, key: own }) => parent === owner.name && (name === key || own === key),
        )
        const row = owner.rows.find((one) => String(one.value) === key)
        const label =
          part === undefined ? (row === undefined ? key : say(row.text)) : say(part.title)
        return `${label} = ${part === undefined ? (isRecord(value) ? partsIn(owner, value) : choice(owner, value)) : valueIn(part, value)}`
      })
      .join(', ')
  return stretch.map(({ page, shown }) => ({
    page,
    title: titles.get(page) ?? page,
    answers: items.flatMap((item) => {
      const value = answers[item.key]
      return item.parent !== undefined ||
        item.page !== page ||
        !shown.includes(item.name) ||
        value === undefined
        ? []
        : [{ item: item.name, label: say(item.title), value: valueIn(item, value) }]
    }),
  }))
}

type WayWords = {
  readonly instrument: Instrument
  readonly language: string
  readonly yes: string
  readonly no: string
  /** Name of a page. */
  readonly until?: string | undefined
}

/** Entries of a repeated panel; the same ones are counted instead of said again. */
const entriesIn = (entries: readonly string[]): string =>
  entries.length > 1 && entries.every((entry) => entry === entries[0])
    ? `${entries.length} × (${entries[0] ?? ''})`
    : entries.map((entry, place) => `${place + 1}: ${entry}`).join('; ')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
