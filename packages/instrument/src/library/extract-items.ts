import type { Instrument } from '../instrument.ts'
import { type Item, itemsOf } from '../items-of.ts'
import { isObject, type JsonObject } from '../json.ts'
import { valueAt } from '../pointer.ts'
import type { LibraryContent } from './library-content.ts'

/**
 * The questions with these names, with their notes and every scale that is whole among them. Conditions that speak of
 * items outside stay behind, as they would mean something else elsewhere.
 */
export const extractItems = (instrument: Instrument, names: readonly string[]): LibraryContent => {
  const all = itemsOf(instrument)
  const chosen = all.filter(({ name, parent }) => parent === undefined && names.includes(name))
  const held = all.filter(
    ({ name, parent }) => chosen.some((item) => item.name === name) || isHeldBy(all, parent, names),
  )
  const inside = new Set(held.map(({ name }) => name))
  return {
    languages: instrument.languages,
    elements: chosen.flatMap(({ path }): JsonObject[] => {
      const json = valueAt(instrument.survey, path)
      return isObject(json) ? [withoutForeignConditions(json, all, inside)] : []
    }),
    variables: instrument.variables.filter(({ name }) => inside.has(name)),
    scales: instrument.scales.filter(
      ({ items }) => items.length > 0 && items.every((item) => inside.has(item)),
    ),
  }
}

const isHeldBy = (
  all: readonly Item[],
  parent: string | undefined,
  names: readonly string[],
): boolean => {
  if (parent === undefined) return false
  if (names.includes(parent)) return true
  return isHeldBy(all, all.find(({ name }) => name === parent)?.parent, names)
}

const CONDITIONS = ['visibleIf', 'enableIf', 'requiredIf'] as const

const withoutForeignConditions = (
  json: JsonObject,
  all: readonly Item[],
  inside: ReadonlySet<string>,
): JsonObject => {
  const isForeign = (condition: unknown) =>
    typeof condition === 'string' &&
    all.some(({ name }) => !inside.has(name) && condition.includes(`{${name}`))
  return Object.fromEntries(
    Object.entries(json).filter(
      ([key, value]) => !(CONDITIONS as readonly string[]).includes(key) || !isForeign(value),
    ),
  )
}
