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

/** The way a witness leads, page by page, in words. */
export const wayOf = (
  { path, answers }: Witness,
  { instrument, language, yes, no }: WayWords,
): readonly Stop[] => {
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
      ? value.map((entry, place) => `${place + 1}: ${partsIn(item, entry)}`).join('; ')
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
  return path.map(({ page, shown }) => ({
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
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
