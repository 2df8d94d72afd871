import type { Condition } from '@echolot/routing/logic'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { Untranslatable } from '../reasons/untranslatable.ts'

/** Ends the writing; caught above. */
export const unsaid = (reason: Reason): never => {
  throw new Untranslatable(reason)
}

export const STRENGTH = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
} as const

/** In brackets where what is around binds tighter. */
export const bracketed = (text: string, strength: number, around: number) =>
  strength < around ? `(${text})` : text

/** A number, text or truth value. */
export const writeConstant = (constant: Condition & { readonly kind: 'constant' }): string => {
  switch (constant.form) {
    case 'number':
      return constant.value < 0 ? `-${-constant.value}` : String(constant.value)
    case 'boolean':
      return `${constant.value}()`
    case 'text':
      return quoted(constant.value)
    default:
      return unsaid(because('word-without-quotes'))
  }
}

export const quoted = (text: string): string =>
  !text.includes("'")
    ? `'${text}'`
    : !text.includes('"')
      ? `"${text}"`
      : unsaid(because('both-quotes'))
