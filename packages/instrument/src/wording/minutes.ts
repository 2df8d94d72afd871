import type { Instrument } from '../instrument.ts'
import { type Item, itemsOf, pagesOf } from '../items-of.ts'
import { judgedTexts } from './judged-texts.ts'
import { plainOf, wordsOf } from './words-of.ts'

/** Time to answer, in minutes: a median adult, and from quick readers to easy language or a second language. */
export type Minutes = { readonly median: number; readonly low: number; readonly high: number }

/** Seconds for one answer of a median adult (field practice; replace by own medians after a soft launch). */
export const SECONDS = {
  matrixRow: 6.5,
  single: 11,
  number: 12,
  rating: 10,
  multiple: 16,
  ranking: 40,
  /** 50 s by an expected share of writers of 0.4. */
  open: 50 * 0.4,
  pageTurn: 2.5,
} as const
const WORDS_A_MINUTE = 150
const RANGE = { low: 0.8, high: 1.4 } as const
/** Stop adding items here. */
export const MINUTE_BUDGET = 14

/** Seconds one item takes when it is shown once. Parts of matrices are their own items and take theirs. */
export const secondsOf = (item: Item): number => {
  switch (item.type) {
    case 'matrixrow':
      return SECONDS.matrixRow
    case 'rating':
    case 'slider':
      return SECONDS.rating
    case 'checkbox':
    case 'tagbox':
      return SECONDS.multiple
    case 'imagepicker':
      return item.json.multiSelect === true ? SECONDS.multiple : SECONDS.single
    case 'ranking':
      return SECONDS.ranking
    case 'comment':
      return SECONDS.open
    case 'text':
    case 'multipletextitem':
      return ['number', 'range', 'date', 'month', 'time', 'week', 'datetime-local'].includes(
        item.inputType ?? '',
      )
        ? SECONDS.number
        : SECONDS.open
    case 'matrixcolumn':
      return item.choices.length > 0 ? SECONDS.single : SECONDS.number
    default:
      return item.role === 'answer' ? SECONDS.single : 0
  }
}

export type Persona = {
  /**
   * Items shown, by name as `shownItems` and simulated walks give them: `children` and `child_age_2` for the second
   * entry, a matrix by its own name. Without it every item counts once.
   */
  readonly shown?: readonly string[]
  /** Pages reached; without it every page with a shown item or a text. */
  readonly pages?: readonly string[]
}

export type PageMinutes = Minutes & {
  readonly page: string
  readonly seconds: number
  readonly answers: number
}

/**
 * Minutes for each page and in all, for somebody who is shown these items: seconds by the kind of answer, plain text at
 * 150 words a minute (explanations, descriptions and the last words), 2.5 s to turn a page; range × 0.8 to × 1.4.
 */
export const minutesOf = (
  instrument: Instrument,
  { shown, pages: reached }: Persona = {},
): Minutes & { readonly pages: readonly PageMinutes[]; readonly isOverBudget: boolean } => {
  const items = itemsOf(instrument)
  const byName = new Map(items.map((item) => [item.name, item]))
  const times = shownTimes(items, byName, shown)
  const texts = judgedTexts(instrument, instrument.languages[0]?.tag ?? 'default')
  const isShown = (item: Item | undefined) =>
    item === undefined || item.role === 'text' || (times.get(item.name) ?? 0) > 0
  const pages = pagesOf(instrument).flatMap(({ name }): readonly PageMinutes[] => {
    const own = items.filter(({ page }) => page === name)
    const answers = own.reduce(
      (sum, item) => sum + (secondsOf(item) === 0 ? 0 : (times.get(item.name) ?? 0)),
      0,
    )
    const isReached =
      reached?.includes(name) ??
      (shown === undefined || answers > 0 || own.every(({ role }) => role === 'text'))
    if (!isReached) return []
    const words = texts
      .filter(
        ({ unit, kind, item }) => unit.page === name && kind === 'explanation' && isShown(item),
      )
      .reduce((sum, { text }) => sum + wordsOf(plainOf(text)).length, 0)
    const seconds =
      own.reduce((sum, item) => sum + (times.get(item.name) ?? 0) * secondsOf(item), 0) +
      (words * 60) / WORDS_A_MINUTE +
      SECONDS.pageTurn
    return [{ page: name, seconds, answers, ...inMinutes(seconds) }]
  })
  const lastWords = texts
    .filter(({ unit }) => unit.key === 'survey:completedHtml')
    .reduce((sum, { text }) => sum + wordsOf(plainOf(text)).length, 0)
  const total = inMinutes(
    pages.reduce((sum, { seconds }) => sum + seconds, 0) + (lastWords * 60) / WORDS_A_MINUTE,
  )
  return { ...total, pages, isOverBudget: total.median > MINUTE_BUDGET }
}

const inMinutes = (seconds: number): Minutes => ({
  median: seconds / 60,
  low: (seconds / 60) * RANGE.low,
  high: (seconds / 60) * RANGE.high,
})

/** How often each item is answered: entries of a panel by their numbered names, questions of a matrix once a row. */
const shownTimes = (
  items: readonly Item[],
  byName: ReadonlyMap<string, Item>,
  shown: readonly string[] | undefined,
): ReadonlyMap<string, number> => {
  const times = new Map<string, number>()
  for (const name of shown ?? items.map((item) => item.name)) {
    const known = byName.has(name) ? name : name.replace(/(_\d+)+$/, '')
    times.set(known, (times.get(known) ?? 0) + 1)
  }
  for (const item of items) {
    const holder = item.parent === undefined ? undefined : byName.get(item.parent)
    if (holder === undefined) continue
    const held = times.get(holder.name) ?? 0
    if (item.type === 'matrixcolumn' && holder.type === 'matrixdropdown')
      times.set(item.name, held * holder.rows.length)
    const comesAlong =
      (item.type === 'matrixrow' && item.conditions.length === 0) ||
      item.type === 'multipletextitem'
    if (comesAlong && !times.has(item.name)) times.set(item.name, held)
  }
  return times
}
