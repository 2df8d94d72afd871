import { codebookOf } from './codebook-of.ts'
import type { Instrument, Localized, Variable } from './instrument.ts'
import { instrumentDigestInput } from './instrument-digest-input.ts'
import { type Item, itemsOf } from './items-of.ts'
import { textIn } from './localized.ts'

/** One difference between two versions, and whether answers of both can still be pooled. */
export type InstrumentChange = {
  readonly kind: 'compatible' | 'breaking'
  readonly rule: string
  /** The item, variable, scale or language it is about. */
  readonly name: string
  readonly message: string
}

export type InstrumentComparison = {
  /** `breaking`: answers of both versions may only be pooled with a mapping. */
  readonly verdict: 'same' | 'compatible' | 'breaking'
  readonly changes: readonly InstrumentChange[]
}

/** What changed from one version to the next, judged by whether a variable still measures the same. */
export const compareInstruments = (before: Instrument, after: Instrument): InstrumentComparison => {
  const apart = ({ version: _, fork: __, ...rest }: Instrument) =>
    instrumentDigestInput(rest as Instrument)
  if (apart(before) === apart(after)) return { verdict: 'same', changes: [] }
  const changes = [
    ...variableChanges(before, after),
    ...itemChanges(before, after),
    ...scaleChanges(before, after),
    ...languageChanges(before, after),
  ]
  return {
    verdict: changes.some(({ kind }) => kind === 'breaking') ? 'breaking' : 'compatible',
    changes,
  }
}

const breaking = (rule: string, name: string, message: string): InstrumentChange => ({
  kind: 'breaking',
  rule,
  name,
  message,
})
const compatible = (rule: string, name: string, message: string): InstrumentChange => ({
  kind: 'compatible',
  rule,
  name,
  message,
})

const variableChanges = (before: Instrument, after: Instrument): readonly InstrumentChange[] => {
  const was = new Map(codebookOf(before).variables.map((variable) => [variable.name, variable]))
  const is = new Map(codebookOf(after).variables.map((variable) => [variable.name, variable]))
  return [
    ...[...was.keys()]
      .filter((name) => !is.has(name))
      .map((name) => breaking('variable-removed', name, 'is gone')),
    ...[...is.keys()]
      .filter((name) => !was.has(name))
      .map((name) => compatible('variable-added', name, 'is new; missing in the earlier version')),
    ...[...was].flatMap(([name, old]) => {
      const now = is.get(name)
      return now === undefined ? [] : variableChange(old, now, sourceOf(before), sourceOf(after))
    }),
  ]
}

const variableChange = (
  old: Variable,
  now: Variable,
  oldSource: string,
  newSource: string,
): readonly InstrumentChange[] => {
  const changes: InstrumentChange[] = []
  if (old.type !== now.type)
    changes.push(breaking('type', now.name, `was ${old.type}, is ${now.type}`))
  const values = new Map((now.values ?? []).map(({ value, label }) => [String(value), label]))
  for (const { value, label } of old.values ?? []) {
    const other = values.get(String(value))
    if (other === undefined)
      changes.push(breaking('value-removed', now.name, `the value ${value} is gone`))
    else if (inSource(label, oldSource) !== inSource(other, newSource))
      changes.push(breaking('value-wording', now.name, `the value ${value} has other words`))
  }
  const known = new Set((old.values ?? []).map(({ value }) => String(value)))
  for (const { value } of now.values ?? [])
    if (!known.has(String(value)) && old.values !== undefined)
      changes.push(
        breaking(
          'value-added',
          now.name,
          `the value ${value} is new; people had fewer choices before`,
        ),
      )
  if (JSON.stringify(old.range ?? {}) !== JSON.stringify(now.range ?? {}))
    changes.push(breaking('range', now.name, 'has another range'))
  if (JSON.stringify([...old.missing].sort()) !== JSON.stringify([...now.missing].sort()))
    changes.push(compatible('missing-codes', now.name, 'takes other missing codes'))
  return changes
}

const itemChanges = (before: Instrument, after: Instrument): readonly InstrumentChange[] => {
  const asked = ({ role }: Item) => role !== 'text'
  const was = itemsOf(before).filter(asked)
  const is = new Map(
    itemsOf(after)
      .filter(asked)
      .map((item) => [item.name, item]),
  )
  const changes = was.flatMap((old): readonly InstrumentChange[] => {
    const now = is.get(old.name)
    if (now === undefined) return []
    return [
      ...(inSource(old.title, sourceOf(before)) === inSource(now.title, sourceOf(after))
        ? []
        : [breaking('wording', old.name, 'is asked in other words')]),
      ...(old.type === now.type
        ? []
        : [breaking('item-type', old.name, `was ${old.type}, is ${now.type}`)]),
      ...(JSON.stringify([old.conditions, old.visible]) ===
      JSON.stringify([now.conditions, now.visible])
        ? []
        : [breaking('route', old.name, 'is asked of other people')]),
      ...(old.required === now.required
        ? []
        : [
            compatible(
              'required',
              old.name,
              now.required ? 'needs an answer now' : 'needs no answer any more',
            ),
          ]),
      ...(old.page === now.page
        ? []
        : [compatible('page', old.name, `moved from ${old.page} to ${now.page}`)]),
    ]
  })
  const order = (items: readonly Item[], others: ReadonlySet<string>) =>
    items
      .map(({ name }) => name)
      .filter((name) => others.has(name))
      .join(' ')
  const oldNames = new Set(was.map(({ name }) => name))
  const moved =
    order(was, new Set(is.keys())) === order([...is.values()], oldNames)
      ? []
      : [compatible('order', '', 'items stand in another order')]
  return [...changes, ...moved]
}

const scaleChanges = (before: Instrument, after: Instrument): readonly InstrumentChange[] => {
  const key = ({ items, reversed, min, max, minValid }: Instrument['scales'][number]) =>
    JSON.stringify([[...items].sort(), [...reversed].sort(), min, max, minValid])
  const is = new Map(after.scales.map((scale) => [scale.name, scale]))
  const was = new Set(before.scales.map(({ name }) => name))
  return [
    ...before.scales.flatMap((old) => {
      const now = is.get(old.name)
      if (now === undefined) return [breaking('scale-removed', old.name, 'is gone')]
      return key(old) === key(now)
        ? []
        : [breaking('scale-key', old.name, 'is scored in another way')]
    }),
    ...after.scales
      .filter(({ name }) => !was.has(name))
      .map(({ name }) => compatible('scale-added', name, 'is new')),
  ]
}

const languageChanges = (before: Instrument, after: Instrument): readonly InstrumentChange[] => {
  const was = new Map(before.languages.map((language) => [language.tag, language]))
  const is = new Set(after.languages.map(({ tag }) => tag))
  const removed = [...was.keys()]
    .filter((tag) => !is.has(tag))
    .map((tag) => compatible('language-removed', tag, 'is no longer offered'))
  const others = after.languages.flatMap(({ tag, live, status }): readonly InstrumentChange[] => {
    const old = was.get(tag)
    if (old === undefined) return [compatible('language-added', tag, 'is new')]
    return old.live === live && old.status === status
      ? []
      : [compatible('language-state', tag, `is ${status} and ${live ? 'live' : 'not live'}`)]
  })
  const source =
    sourceOf(before) === sourceOf(after)
      ? []
      : [breaking('source-language', sourceOf(after), 'is another source language')]
  return [...removed, ...others, ...source]
}

const sourceOf = (instrument: Instrument) => instrument.languages[0]?.tag ?? 'default'
const inSource = (text: Localized, source: string) => textIn(text, source, source) ?? ''
