import type { Expression } from '../expression/expression.ts'
import { isPrintable } from '../expression/print-expression.ts'
import type { XPath } from './parse-xpath.ts'

/** What a name stands for at the place of the expression. */
export type Reference = {
  readonly answer: Expression
  readonly holds: 'one' | 'many' | 'day' | 'number' | 'text' | 'entries'
  /** Set when the item lies in a repeat that the expression is not in: only sums over it can be said. */
  readonly inside?: { readonly repeat: Expression; readonly item: string }
}

export type XPathContext = {
  readonly reference: (name: string, path: boolean) => Reference | undefined
  /** What `.` is; absent where nothing is. */
  readonly self?: Reference
}

/** The same condition or calculation in our terms, or why it cannot be said in them. */
export type Said = { readonly expression: Expression } | { readonly unsaid: string }

export const xpathToExpression = (tree: XPath, context: XPathContext): Said => {
  try {
    return { expression: say(tree, context) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { unsaid: error.message }
  }
}

/** Ends the translation; caught above. */
const unsaid = (reason: string): never => {
  throw new RangeError(reason)
}

const text = (value: string): Expression =>
  isPrintable(value)
    ? { kind: 'constant', value }
    : unsaid('a text that ends with a backslash cannot be written in conditions')
const number = (value: number): Expression => ({ kind: 'constant', value })
const call = (name: string, ...of: readonly Expression[]): Expression => ({
  kind: 'call',
  name,
  of,
})
const not = (of: Expression): Expression => ({ kind: 'not', of })
const empty = (of: Expression): Expression => ({ kind: 'empty', of })
const calculate = (
  left: Expression,
  operator: '+' | '-' | '*' | '/' | '%' | '^',
  right: Expression,
): Expression => ({ kind: 'calculate', operator, left, right })
const compare = (
  left: Expression,
  operator: '=' | '<>' | '<' | '<=' | '>' | '>=',
  right: Expression,
): Expression => ({ kind: 'compare', operator, left, right })

const ARITHMETIC = { '+': '+', '-': '-', '*': '*', div: '/', mod: '%' } as const

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
      if (found === undefined) return unsaid('“.” stands for nothing here')
      if (found.inside !== undefined)
        return unsaid(`“${found.inside.item}” has one value in each entry of its repeat`)
      return found.answer
    }
    case 'operation':
      return sayOperation(tree, context)
    case 'call':
      return sayCall(tree, context)
  }
}

const referenceOf = (tree: XPath, context: XPathContext): Reference | undefined => {
  if (tree.kind === 'self') return context.self
  if (tree.kind !== 'reference') return undefined
  return (
    context.reference(tree.name, tree.path) ?? unsaid(`“${tree.name}” is not in this questionnaire`)
  )
}

const isBlank = (tree: XPath) => tree.kind === 'text' && tree.value === ''

const sayOperation = (
  { operator, left, right }: XPath & { readonly kind: 'operation' },
  context: XPathContext,
): Expression => {
  if (operator === 'and' || operator === 'or') {
    const parts = [left, right].map((side) => say(side, context))
    return {
      kind: operator,
      of: parts.flatMap((part) => (part.kind === operator ? part.of : [part])),
    }
  }
  if (operator === '=' || operator === '!=') {
    const [blank, other] = isBlank(left) ? [left, right] : [right, left]
    if (isBlank(blank)) {
      const none = empty(say(other, context))
      return operator === '=' ? none : not(none)
    }
    for (const [many, value] of [
      [left, right],
      [right, left],
    ] as const)
      if (referenceIfAny(many, context)?.holds === 'many') {
        const held: Expression = {
          kind: 'holds',
          left: say(many, context),
          right: say(value, context),
        }
        return operator === '=' ? held : not(held)
      }
    return compare(say(left, context), operator === '=' ? '=' : '<>', say(right, context))
  }
  if (operator === '<' || operator === '<=' || operator === '>' || operator === '>=')
    return compare(say(left, context), operator, say(right, context))
  if (operator === '-' && isDay(left, context) && isDay(right, context))
    return call('dateDiff', say(right, context), say(left, context), text('days'))
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

const referenceIfAny = (tree: XPath, context: XPathContext) =>
  tree.kind === 'self'
    ? context.self
    : tree.kind === 'reference'
      ? context.reference(tree.name, tree.path)
      : undefined

const DAYS = new Set(['today', 'now', 'date', 'date-time', 'decimal-date-time'])
const isDay = (tree: XPath, context: XPathContext): boolean =>
  (tree.kind === 'call' && DAYS.has(tree.name)) || referenceIfAny(tree, context)?.holds === 'day'

const sayCall = (
  { name, of }: XPath & { readonly kind: 'call' },
  context: XPathContext,
): Expression => {
  const given = (place: number): XPath =>
    of[place] ?? unsaid(`${name}() lacks what it is to work on`)
  const said = (place: number): Expression => say(given(place), context)
  switch (name) {
    case 'true':
      return { kind: 'constant', value: true }
    case 'false':
      return { kind: 'constant', value: false }
    case 'not':
      return not(said(0))
    case 'selected':
      return referenceIfAny(given(0), context)?.holds === 'many'
        ? { kind: 'holds', left: said(0), right: said(1) }
        : compare(said(0), '=', said(1))
    case 'count-selected':
      return lengthOf(said(0))
    case 'if':
      return call('iif', said(0), said(1), said(2))
    case 'coalesce':
      return call('iif', not(empty(said(0))), said(0), said(1))
    case 'once':
    case 'string':
    case 'number':
    case 'boolean':
    case 'date':
    case 'date-time':
    case 'decimal-date-time':
      return said(0)
    case 'int':
      return call('trunc', said(0))
    case 'round':
      return of.length > 1 ? call('round', said(0), said(1)) : call('round', said(0))
    case 'abs':
      return call(
        'iif',
        compare(said(0), '<', number(0)),
        calculate(number(0), '-', said(0)),
        said(0),
      )
    case 'pow':
      return calculate(said(0), '^', said(1))
    case 'sqrt':
      return calculate(said(0), '^', number(0.5))
    case 'pi':
      return number(Math.PI)
    case 'today':
      return call('today')
    case 'now':
      return call('currentDate')
    case 'string-length':
      return lengthOf(said(0))
    case 'substr':
      return of.length > 2
        ? call('substring', said(0), said(1), said(2))
        : call('substring', said(0), said(1))
    case 'starts-with': {
      const start = given(1)
      if (start.kind !== 'text') return unsaid('starts-with() is known for a fixed text only')
      return compare(
        call('substring', said(0), number(0), number(start.value.length)),
        '=',
        text(start.value),
      )
    }
    case 'contains':
      return { kind: 'holds', left: said(0), right: said(1) }
    case 'position':
      return calculate({ kind: 'answer', item: 'panelIndex' }, '+', number(1))
    case 'count': {
      const found = referenceIfAny(given(0), context)
      if (found?.holds === 'entries') return lengthOf(found.answer)
      return found?.inside === undefined
        ? unsaid('count() is known for repeats and what stands in them')
        : call('countInArray', found.inside.repeat, text(found.inside.item))
    }
    case 'sum':
    case 'min':
    case 'max': {
      const found = of.length === 1 ? referenceIfAny(given(0), context) : undefined
      return found?.inside === undefined
        ? call(name, ...of.map((_, place) => said(place)))
        : call(`${name}InArray`, found.inside.repeat, text(found.inside.item))
    }
    default:
      return unsaid(`${name}() has no counterpart here`)
  }
}

/** Letters of a text, entries of a list; none for a blank. */
const lengthOf = (of: Expression): Expression =>
  of.kind === 'answer'
    ? call('iif', empty(of), number(0), {
        ...of,
        part: of.part === undefined ? 'length' : `${of.part}.length`,
      })
    : unsaid('the length of something calculated cannot be said')
