import { type Instrument, type Pointer, setProperty, stepsOf, valueAt } from '@echolot/instrument'
import type { Condition } from './condition.ts'
import { printCondition } from './print-condition.ts'
import type { Rule } from './rules-of.ts'

const textFrom = (condition: Condition | string): string =>
  typeof condition === 'string' ? condition : printCondition(condition)

/** The instrument with a rule's expression replaced; nothing else changes. Rules that are no expression stay. */
export const setRule = (
  instrument: Instrument,
  { rule, condition }: { readonly rule: Rule; readonly condition: Condition | string },
): Instrument =>
  rule.editable
    ? setProperty(instrument, {
        path: rule.target.path,
        property: rule.property,
        value: textFrom(condition),
      })
    : instrument

/**
 * The instrument with an expression put on a page, panel, item, choice, row or column, e.g. `visibleIf` at
 * `/pages/0/elements/1`. A choice that was a plain value becomes one with a value. On a list of triggers, validators or
 * calculated values (`/triggers`) give the whole `entry` instead.
 */
export const addRule = (
  instrument: Instrument,
  addition:
    | { readonly path: Pointer; readonly property: string; readonly condition: Condition | string }
    | { readonly list: Pointer; readonly entry: Readonly<Record<string, unknown>> },
): Instrument => {
  if ('list' in addition) {
    const steps = stepsOf(addition.list)
    const property = steps.at(-1) ?? ''
    const path = addition.list.slice(0, addition.list.lastIndexOf('/'))
    const before = valueAt(instrument.survey, addition.list)
    return setProperty(instrument, {
      path,
      property,
      value: [...(Array.isArray(before) ? before : []), addition.entry],
    })
  }
  const { path, property, condition } = addition
  const owner = valueAt(instrument.survey, path)
  const text = textFrom(condition)
  if (typeof owner === 'string' || typeof owner === 'number' || typeof owner === 'boolean') {
    const key = /\/columns\/\d+$/.test(path) && hasNamedColumns(instrument, path) ? 'name' : 'value'
    return setProperty(instrument, {
      path: path.slice(0, path.lastIndexOf('/')),
      property: stepsOf(path).at(-1) ?? '',
      value: { [key]: owner, [property]: text },
    })
  }
  return setProperty(instrument, { path, property, value: text })
}

const hasNamedColumns = (instrument: Instrument, path: Pointer) => {
  const matrix = valueAt(instrument.survey, path.replace(/\/columns\/\d+$/, ''))
  return typeof matrix === 'object' && matrix !== null && 'type' in matrix
    ? matrix.type !== 'matrix'
    : false
}

/**
 * The instrument without a rule: a condition loses its property; a trigger, a calculated value, an expression
 * validator or a closing text goes as a whole; a panel count leaves the envelope. Piping goes with its text, not here.
 */
export const removeRule = (instrument: Instrument, rule: Rule): Instrument => {
  if (rule.property === 'panelCounts')
    return {
      ...instrument,
      panelCounts: (instrument.panelCounts ?? []).filter(
        (_, place) => `/panelCounts/${place}` !== rule.id,
      ),
    }
  if (rule.kind === 'piping') return instrument
  const { path, kind } = rule.target
  const isEntry =
    (kind === 'trigger' && rule.kind === 'trigger') ||
    kind === 'calculated' ||
    kind === 'validator' ||
    kind === 'completion'
  if (!isEntry) {
    const [property = '', inner] = rule.property.split('/')
    if (inner === undefined) return setProperty(instrument, { path, property, value: undefined })
    return setProperty(instrument, {
      path: `${path}/${property}`,
      property: inner,
      value: undefined,
    })
  }
  const list = path.slice(0, path.lastIndexOf('/'))
  const place = Number(stepsOf(path).at(-1))
  const entries = valueAt(instrument.survey, list)
  const left = (Array.isArray(entries) ? entries : []).filter((_, other) => other !== place)
  return setProperty(instrument, {
    path: list.slice(0, list.lastIndexOf('/')),
    property: stepsOf(list).at(-1) ?? '',
    value: left.length === 0 ? undefined : left,
  })
}
