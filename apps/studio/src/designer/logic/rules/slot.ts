import { type Instrument, type Pointer, setProperty, valueAt } from '@echolot/instrument'
import { addRule, type Rule, type RuleKind } from '@echolot/routing/logic'

/** Where the expression of a rule stands or will stand. */
export type Slot = {
  readonly id: string
  readonly kind: RuleKind
  /** Of the element or entry in the survey. */
  readonly path: Pointer
  readonly property: string
  /** The list and the rest of an entry that comes into being with its expression. */
  readonly entry?: { readonly list: Pointer; readonly json: Readonly<Record<string, unknown>> }
}

export const slotOf = ({ id, kind, target, property }: Rule): Slot => ({
  id: property === 'panelCounts' ? `${target.path}/panelCounts` : id,
  kind,
  path: target.path,
  property,
})

/** The rule that stands in a slot, once there is one. */
export const ruleIn = (rules: readonly Rule[], { id }: Slot): Rule | undefined =>
  rules.find((rule) => slotOf(rule).id === id)

/** The expression that stands in a slot now; '' where there is none. */
export const textAt = (instrument: Instrument, { path, property }: Slot): string => {
  const owner = valueAt(instrument.survey, path)
  const text =
    typeof owner === 'object' && owner !== null ? Reflect.get(owner, property) : undefined
  return typeof text === 'string' ? text : ''
}

/** Writes the expression of a slot; an emptied one leaves the element, entries keep theirs. */
export const setTextAt = (instrument: Instrument, slot: Slot, text: string): Instrument => {
  const { path, property, entry } = slot
  const stands = valueAt(instrument.survey, path) !== undefined
  if (entry !== undefined && !stands)
    return text === ''
      ? instrument
      : addRule(instrument, { list: entry.list, entry: { ...entry.json, [property]: text } })
  if (text !== '') return addRule(instrument, { path, property, condition: text })
  return setProperty(instrument, {
    path,
    property,
    value: property === 'expression' ? '' : undefined,
  })
}
