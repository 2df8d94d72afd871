import { type Instrument, type Pointer, valueAt } from '@echolot/instrument'
import { addRule, type Rule } from '@echolot/routing/logic'
import { freeName } from './possible-rules.ts'

/** The instrument with an entry of a list (trigger, calculated value, validator, closing text) once more, at its end. */
export const copyRule = (
  instrument: Instrument,
  { target, property }: Rule,
): { readonly instrument: Instrument; readonly id: string } => {
  const list: Pointer = target.path.slice(0, target.path.lastIndexOf('/'))
  const entries = valueAt(instrument.survey, list)
  const place = Array.isArray(entries) ? entries.length : 0
  const entry =
    target.kind === 'calculated' ? { ...target.json, name: freeName(instrument) } : target.json
  return { instrument: addRule(instrument, { list, entry }), id: `${list}/${place}/${property}` }
}

/** The instrument with a rule's expression on another element as well. */
export const copyRuleTo = (instrument: Instrument, rule: Rule, path: Pointer): Instrument =>
  addRule(instrument, { path, property: rule.property, condition: rule.text })
