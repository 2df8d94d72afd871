import type { Expression } from '../expression/expression.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { Untranslatable } from '../reasons/untranslatable.ts'
import type { XPath } from './parse-xpath.ts'
import { comparedWhenGiven, computedWhenGiven } from './xpath-blanks.ts'
import { sayCall } from './xpath-calls.ts'
import { referenceIfAny, referenceOf, unsaid, type XPathContext } from './xpath-context.ts'
import { calculate, call, compare, empty, not, number, text } from './xpath-words.ts'

/** The same condition or calculation in our terms, or why it cannot be said in them. */
export type Said = { readonly expression: Expression } | { readonly unsaid: Reason }

/** A condition. */
export const xpathToExpression = (tree: XPath, context: XPathContext): Said =>
  attempt(() => say(tree, context))

/** What is calculated: blank while an answer that it needs is blank. */
export const xpathToValue = (tree: XPath, context: XPathContext): Said =>
  attempt(() => value(tree, context))

const attempt = (translate: () => Expression): Said => {
  try {
    return { expression: translate() }
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error
    return { unsaid: error.reason }
  }
}

const ARITHMETIC = { '+': '+', '-': '-', '*': '*', div: '/', mod: '%' } as const

const value = (tree: XPath, context: XPathContext): Expression =>
  computedWhenGiven(tree, say(tree, context), context)

const say = (tree: XPath, context: XPathContext): Expression => {
  switch (tree.kind) {
    case 'text':
      return text(tree.value)
    case 'number':
      return number(tree.value)
    case 'negative': {
      const of = say(tree.of, context)
      return of.kind === 'constant' && typeof of.value === 'number'
        ? number(-of.value)
        : calculate(number(0), '-', of)
    }
    case 'self':
    case 'reference': {
      const found = referenceOf(tree, context)
      if (found === undefined) return unsaid(because('dot-without-meaning'))
      if (found.inside !== undefined)
        return unsaid(because('one-per-entry', { name: found.inside.item }))
      return found.answer
    }
    case 'operation':
      return sayOperation(tree, context)
    case 'call':
      return sayCall(tree, {
        context,
        say: (one) => say(one, context),
        value: (one) => value(one, context),
      })
  }
}

const isBlank = (tree: XPath) => tree.kind === 'text' && tree.value === ''

const sayOperation = (
  { operator, left, right }: XPath & { readonly kind: 'operation' },
  context: XPathContext,
): Expression => {
  switch (operator) {
    case 'and':
    case 'or': {
      const parts = [left, right].map((side) => say(side, context))
      return {
        kind: operator,
        of: parts.flatMap((part) => (part.kind === operator ? part.of : [part])),
      }
    }
    case '=':
    case '!=':
      return sayEquality(operator, left, right, context)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparedWhenGiven(
        left,
        right,
        compare(say(left, context), operator, say(right, context)),
        context,
      )
    default:
      return sayArithmetic(operator, left, right, context)
  }
}

const sayEquality = (
  operator: '=' | '!=',
  left: XPath,
  right: XPath,
  context: XPathContext,
): Expression => {
  const [blank, other] = isBlank(left) ? [left, right] : [right, left]
  if (isBlank(blank)) {
    const none = empty(say(other, context))
    return operator === '=' ? none : not(none)
  }
  for (const [many, one] of [
    [left, right],
    [right, left],
  ] as const)
    if (referenceIfAny(many, context)?.holds === 'many') {
      const held: Expression = {
        kind: 'holds',
        left: say(many, context),
        right: say(one, context),
      }
      return operator === '=' ? held : not(held)
    }
  const test = compare(say(left, context), operator === '=' ? '=' : '<>', say(right, context))
  return comparedWhenGiven(left, right, test, context)
}

const sayArithmetic = (
  operator: keyof typeof ARITHMETIC,
  left: XPath,
  right: XPath,
  context: XPathContext,
): Expression => {
  if (operator === '-' && isDay(left, context) && isDay(right, context))
    return daysBetween(say(right, context), say(left, context))
  if (operator === '-' && isDay(left, context))
    return call(
      'dateAdd',
      say(left, context),
      calculate(number(0), '-', say(right, context)),
      text('days'),
    )
  if (operator === '+' && isDay(left, context))
    return call('dateAdd', say(left, context), say(right, context), text('days'))
  return calculate(say(left, context), ARITHMETIC[operator], say(right, context))
}

/** Days from one day to another, less than none backwards: the engine's own difference has no sign. */
const daysBetween = (from: Expression, to: Expression): Expression =>
  calculate(
    call('iif', compare(from, '>', to), number(-1), number(1)),
    '*',
    call('dateDiff', from, to, text('days')),
  )

const DAYS = new Set(['today', 'now', 'date', 'date-time', 'decimal-date-time'])
/** Whether a tree is a day, so that differences are days. */
export const isDay = (tree: XPath, context: XPathContext): boolean =>
  (tree.kind === 'call' && DAYS.has(tree.name)) || referenceIfAny(tree, context)?.holds === 'day'
