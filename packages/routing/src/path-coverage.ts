import { type Instrument, type Item, itemsOf, pagesOf } from '@echolot/instrument'
import type { Walk } from './simulate.ts'

/** How often something happened on the walks, and on how many it could have. */
export type Covered = { readonly name: string; readonly times: number }

/** What a set of walks has seen of an instrument. */
export type PathCoverage = {
  readonly walks: number
  /** Different sets of displayed items. */
  readonly paths: number
  readonly pages: readonly Covered[]
  readonly items: readonly (Covered & { readonly answered: number })[]
  /** Choices by `item=value`. */
  readonly choices: readonly Covered[]
  /** Pages, items and choices that no walk has touched. */
  readonly untouched: readonly string[]
  /** Share of pages, items and choices touched, 0 to 1. */
  readonly share: number
}

/** Which pages, items and choices the walks have touched; the untouched ones want a look at their conditions. */
export const pathCoverage = (instrument: Instrument, walks: readonly Walk[]): PathCoverage => {
  const items = itemsOf(instrument).filter(({ role }) => role === 'answer')
  const pageTimes = new Map<string, number>()
  const shownTimes = new Map<string, number>()
  const answeredTimes = new Map<string, number>()
  const choiceTimes = new Map<string, number>()
  const paths = new Set<string>()
  const add = (counts: Map<string, number>, name: string) =>
    counts.set(name, (counts.get(name) ?? 0) + 1)
  const rowsOf = new Map<string, string[]>()
  for (const { parent, name, type } of items)
    if (parent !== undefined && type !== 'matrixcolumn')
      rowsOf.set(parent, [...(rowsOf.get(parent) ?? []), name])

  for (const walk of walks) {
    paths.add(walk.shown.join('\n'))
    for (const page of walk.reached) add(pageTimes, page)
    const seen = new Set<string>()
    for (const name of walk.shown) {
      seen.add(name)
      seen.add(name.replace(/(_\d+)+$/, ''))
    }
    for (const item of items) {
      const shown =
        seen.has(item.name) ||
        (item.parent !== undefined && item.type !== 'matrixcolumn' && isRowOf(item, seen)) ||
        (item.type === 'matrixcolumn' && seen.has(item.parent ?? ''))
      if (shown) add(shownTimes, item.name)
      const values = valuesOf(item, walk.answers)
      if (values.length > 0) add(answeredTimes, item.name)
      for (const value of new Set(values.flat().map(String)))
        add(choiceTimes, `${item.name}=${value}`)
    }
  }
  const pages = pagesOf(instrument).map(({ name }) => ({ name, times: pageTimes.get(name) ?? 0 }))
  const itemCounts = items.map(({ name }) => ({
    name,
    times: shownTimes.get(name) ?? 0,
    answered: answeredTimes.get(name) ?? 0,
  }))
  const choices = items.flatMap(({ name, choices: list }) =>
    list.map(({ value }) => ({
      name: `${name}=${value}`,
      times: choiceTimes.get(`${name}=${value}`) ?? 0,
    })),
  )
  const all = [...pages, ...itemCounts, ...choices]
  const untouched = all.filter(({ times }) => times === 0).map(({ name }) => name)
  return {
    walks: walks.length,
    paths: paths.size,
    pages,
    items: itemCounts,
    choices,
    untouched,
    share: all.length === 0 ? 1 : (all.length - untouched.length) / all.length,
  }
}

const isRowOf = (item: Item, seen: ReadonlySet<string>) =>
  (item.type === 'matrixrow' && item.conditions.length === 0) || item.type === 'multipletextitem'
    ? seen.has(item.parent ?? '')
    : false

/** All values given to an item: one, one a panel entry, or one a matrix row. */
const valuesOf = (item: Item, answers: Walk['answers']): readonly unknown[] => {
  const found: unknown[] = []
  const look = (value: unknown, depth: number): void => {
    if (depth > 6 || typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === item.key && inner !== undefined && !isRecord(inner)) found.push(inner)
      else look(inner, depth + 1)
    }
  }
  look(answers, 0)
  return found
}

const isRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
