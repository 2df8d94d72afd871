import {
  type Arithmetic,
  type Condition,
  constant,
  parseCondition,
  printCondition,
} from '@echolot/routing/logic'
import type { FixedValue } from './fixed-values.ts'

/** A calculation while it is being built; `open` where nothing was chosen yet. */
export type ValueDraft =
  | { readonly kind: 'open' }
  | { readonly kind: 'answer'; readonly path: string; readonly raw: boolean }
  | { readonly kind: 'fixed'; readonly value: FixedValue }
  | {
      readonly kind: 'arithmetic'
      readonly operator: Arithmetic
      readonly left: ValueDraft
      readonly right: ValueDraft
    }
  /** One value if the condition holds, otherwise the other. */
  | {
      readonly kind: 'either'
      readonly condition: string
      readonly first: ValueDraft
      readonly otherwise: ValueDraft
    }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly ValueDraft[] }
  | { readonly kind: 'condition'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }

export const OPEN: ValueDraft = { kind: 'open' }

/** An expression opened for building. */
export const valueDraftOf = (condition: Condition | undefined): ValueDraft => {
  if (condition === undefined) return OPEN
  switch (condition.kind) {
    case 'answer':
      return { kind: 'answer', path: condition.path, raw: condition.raw }
    case 'constant':
      return condition.form === 'nothing' || condition.form === 'word'
        ? { kind: 'text', text: printCondition(condition) }
        : { kind: 'fixed', value: condition.value }
    case 'arithmetic':
      return {
        kind: 'arithmetic',
        operator: condition.operator,
        left: valueDraftOf(condition.left),
        right: valueDraftOf(condition.right),
      }
    case 'call': {
      const [test, first, otherwise] = condition.parameters
      return condition.name === 'iif' && condition.parameters.length === 3 && test !== undefined
        ? {
            kind: 'either',
            condition: printCondition(test),
            first: valueDraftOf(first),
            otherwise: valueDraftOf(otherwise),
          }
        : { kind: 'call', name: condition.name, parameters: condition.parameters.map(valueDraftOf) }
    }
    case 'list':
      return { kind: 'text', text: printCondition(condition) }
    default:
      return { kind: 'condition', text: printCondition(condition) }
  }
}

/** The expression a draft stands for; undefined while any part is open. */
export const expressionOf = (draft: ValueDraft): Condition | undefined => {
  switch (draft.kind) {
    case 'open':
      return undefined
    case 'answer':
      return draft.path === '' ? undefined : draft
    case 'fixed':
      return constant(draft.value)
    case 'arithmetic': {
      const left = expressionOf(draft.left)
      const right = expressionOf(draft.right)
      return left === undefined || right === undefined
        ? undefined
        : { kind: 'arithmetic', operator: draft.operator, left, right }
    }
    case 'either':
      return callOf('iif', [
        draft.condition.trim() === '' ? undefined : parseCondition(draft.condition).condition,
        expressionOf(draft.first),
        expressionOf(draft.otherwise),
      ])
    case 'call':
      return callOf(draft.name, draft.parameters.map(expressionOf))
    case 'condition':
    case 'text':
      return draft.text.trim() === '' ? undefined : parseCondition(draft.text).condition
  }
}

const callOf = (name: string, given: readonly (Condition | undefined)[]): Condition | undefined => {
  const parameters = given.flatMap((one) => one ?? [])
  return parameters.length === given.length ? { kind: 'call', name, parameters } : undefined
}
