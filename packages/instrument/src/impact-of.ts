import { codebookOf } from './codebook-of.ts'
import { compareInstruments, type InstrumentChange } from './compare-instruments.ts'
import { namesInExpression } from './expression-names.ts'
import type { Instrument } from './instrument.ts'
import { itemsOf } from './items-of.ts'
import { completeness } from './translation/completeness.ts'

/** What a change reaches beyond itself. */
export type Impact = {
  readonly variables: readonly string[]
  /** Scales that are scored from a changed variable, or in another way. */
  readonly scales: readonly string[]
  /** Items shown or not by a changed one. */
  readonly routed: readonly string[]
  /** Languages on offer with texts that must be looked at again. */
  readonly translations: readonly { readonly language: string; readonly texts: number }[]
}

/** Which variables, scales, routes and translations are touched by what changed since `before`. */
export const impactOf = (before: Instrument, after: Instrument): Impact => {
  const { changes } = compareInstruments(before, after)
  const items = new Set(changes.filter(isAboutItems).map(({ name }) => name))
  const variables = new Set(
    [...codebookOf(before).variables, ...codebookOf(after).variables]
      .filter(({ name, item }) => items.has(name) || items.has(item))
      .map(({ name }) => name),
  )
  const touched = (name: string) => items.has(name) || variables.has(name)
  const rescored = new Set(
    changes.filter(({ rule }) => rule.startsWith('scale-')).map(({ name }) => name),
  )
  return {
    variables: [...variables],
    scales: [
      ...new Set([
        ...rescored,
        ...[...before.scales, ...after.scales]
          .filter((scale) => scale.items.some(touched))
          .map(({ name }) => name),
      ]),
    ],
    routed: itemsOf(after)
      .filter(
        ({ name, conditions }) =>
          !items.has(name) &&
          conditions.some((condition) => namesInExpression(condition).some(touched)),
      )
      .map(({ name }) => name),
    translations: after.languages.slice(1).flatMap(({ tag, live }) => {
      const { stale, missing, draft } = completeness(after, tag)
      const texts = stale + missing + draft
      return live && texts > 0 ? [{ language: tag, texts }] : []
    }),
  }
}

const isAboutItems = ({ rule, name }: InstrumentChange): boolean =>
  name !== '' && !rule.startsWith('scale-') && !rule.includes('language') && rule !== 'page'

/** Entries of an analysis plan that speak of any of these names, by their id or place. */
export const planEntriesTouched = (
  plan: { readonly [part: string]: unknown },
  { variables, scales }: Pick<Impact, 'variables' | 'scales'>,
): readonly string[] => {
  const names = new Set([...variables, ...scales])
  const found: string[] = []
  for (const part of ['scales', 'derive', 'weights', 'analyses'] as const) {
    const value = plan[part]
    const entries = Array.isArray(value) ? value : value === undefined ? [] : [value]
    for (const [place, entry] of entries.entries()) {
      if (!speaksOf(entry, names)) continue
      const { id, name } = entry as { id?: unknown; name?: unknown }
      const known = [id, name].find((one) => typeof one === 'string')
      // What is derived from a touched variable is touched itself.
      if (typeof name === 'string' && part !== 'analyses') names.add(name).add(`${name}_100`)
      found.push(Array.isArray(value) ? `${part}: ${known ?? place + 1}` : part)
    }
  }
  return found
}

const speaksOf = (value: unknown, names: ReadonlySet<string>): boolean => {
  if (typeof value === 'string')
    return names.has(value) || (value.match(/[A-Za-z_]\w*/g) ?? []).some((word) => names.has(word))
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([key, inner]) => key !== 'label' && key !== 'note' && speaksOf(inner, names),
  )
}
