import type { Choice } from '@echolot/instrument'
import { type Condition, type ConditionField, constant } from '@echolot/routing/logic'

export type FixedValue = string | number | boolean

/** What an answer can be chosen from, as conditions write it. */
export type Offer = { readonly value: FixedValue; readonly text: Choice['text'] }

/** The answers a question offers; yes and no are written `true` and `false` unless it has values of its own. */
export const offersOf = ({ type, choices }: ConditionField): readonly Offer[] =>
  type === 'boolean'
    ? [true, false].map((value, place) => {
        const own = choices[place]
        return {
          value: own === undefined || same(own.value, value) ? value : own.value,
          text: own?.text ?? String(value),
        }
      })
    : choices

/** The fixed values in the right side of a comparison; undefined where it is something else. */
export const valuesIn = (right: Condition | undefined): readonly FixedValue[] | undefined => {
  if (right === undefined) return []
  if (right.kind === 'constant') return right.value === undefined ? [] : [right.value]
  if (right.kind !== 'list') return undefined
  const values = right.entries.map((entry) => (entry.kind === 'constant' ? entry.value : undefined))
  return values.every((value) => value !== undefined) ? values : undefined
}

/** Values as the right side of a comparison; none leaves it open. */
export const listOf = (values: readonly FixedValue[]): Condition | undefined =>
  values.length === 0 ? undefined : { kind: 'list', entries: values.map(constant) }

export const same = (one: unknown, other: unknown): boolean =>
  String(one).toLowerCase() === String(other).toLowerCase()

/** What somebody typed where nothing says of what kind it is: numbers and truth values count as such. */
export const readTyped = (text: string): FixedValue => {
  if (text === 'true' || text === 'false') return text === 'true'
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
