import type { Expression } from '../expression/expression.ts'
import { because } from '../reasons/because.ts'
import type { XPath } from './parse-xpath.ts'
import { referenceIfAny, unsaid, type XPathContext } from './xpath-context.ts'
import { calculate, call, compare, empty, not, number, text } from './xpath-words.ts'

type Saying = {
  readonly context: XPathContext
  /** A tree as it is. */
  readonly say: (tree: XPath) => Expression
  /** A tree whose value is wanted: blank where XPath knows no number. */
  readonly value: (tree: XPath) => Expression
}

/** A function call in our terms. @throws Untranslatable when it has no counterpart */
export const sayCall = (
  { name, of }: XPath & { readonly kind: 'call' },
  { context, say, value }: Saying,
): Expression => {
  const given = (place: number): XPath =>
    of[place] ?? unsaid(because('lacks-what-to-work-on', { name }))
  const said = (place: number): Expression => say(given(place))
  const valued = (place: number): Expression => value(given(place))
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
      return referenceIfAny(given(0), context)?.holds === 'one'
        ? call('iif', empty(said(0)), number(0), number(1))
        : lengthOf(said(0))
    case 'if':
      return call('iif', said(0), valued(1), valued(2))
    case 'coalesce':
      return call('iif', not(empty(valued(0))), valued(0), valued(1))
    case 'concat':
      return joined(of, { context, say, value })
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
    case 'floor':
    case 'ceiling':
      return towards(said(0), name === 'floor' ? -1 : 1)
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
      return referenceIfAny(given(0), context)?.holds === 'number'
        ? unsaid(because('digits-not-counted'))
        : lengthOf(said(0))
    case 'substr':
      if (referenceIfAny(given(0), context)?.holds === 'number')
        return unsaid(because('digits-not-apart'))
      return of.length > 2
        ? call('substring', said(0), said(1), said(2))
        : call('substring', said(0), said(1))
    case 'starts-with': {
      const start = given(1)
      if (start.kind !== 'text') return unsaid(because('starts-with-fixed'))
      return compare(
        call('substring', said(0), number(0), number(start.value.length)),
        '=',
        text(start.value),
      )
    }
    case 'contains':
      return { kind: 'holds', left: said(0), right: said(1) }
    case 'position':
      return referenceIfAny(given(0), context)?.isAround === true
        ? calculate({ kind: 'answer', item: 'panelIndex' }, '+', number(1))
        : unsaid(because('position-around'))
    case 'indexed-repeat':
      return entryOf(of, context)
    case 'count': {
      const found = referenceIfAny(given(0), context)
      if (found?.holds === 'entries') return lengthOf(found.answer)
      return found?.inside === undefined
        ? unsaid(because('count-of-repeats'))
        : call('countInArray', found.inside.repeat, text(found.inside.item))
    }
    case 'count-non-empty':
      return call('sum', ...of.map((one) => call('iif', empty(say(one)), number(0), number(1))))
    case 'sum':
    case 'min':
    case 'max': {
      const found = of.length === 1 ? referenceIfAny(given(0), context) : undefined
      return found?.inside === undefined
        ? call(name, ...of.map((_, place) => said(place)))
        : call(`${name}InArray`, found.inside.repeat, text(found.inside.item))
    }
    default:
      return unsaid(because('no-counterpart', { name }))
  }
}

/** Letters of a text, entries of a list; none for a blank. */
const lengthOf = (of: Expression): Expression =>
  of.kind === 'answer'
    ? call('iif', empty(of), number(0), {
        ...of,
        part: of.part === undefined ? 'length' : `${of.part}.length`,
      })
    : unsaid(because('length-of-computed'))

/** The next whole number below (−1) or above (1). */
const towards = (of: Expression, step: -1 | 1): Expression => {
  const whole = call('trunc', of)
  return call(
    'iif',
    compare(whole, step < 0 ? '>' : '<', of),
    calculate(whole, '+', number(step)),
    whole,
  )
}

/** Texts one after the other: the blank before them keeps the engine from adding up what looks like numbers. */
const joined = (of: readonly XPath[], { context, value }: Saying): Expression => {
  if (of.some((one) => referenceIfAny(one, context)?.holds === 'many'))
    return unsaid(because('many-into-text'))
  return call(
    'substring',
    of.reduce((before, one) => calculate(before, '+', value(one)), text(' ')),
    number(1),
  )
}

/** `indexed-repeat(what, repeat, number)` for a fixed number. */
const entryOf = (of: readonly XPath[], context: XPathContext): Expression => {
  const [what, , at] = of
  const inside = what === undefined ? undefined : referenceIfAny(what, context)?.inside
  if (of.length !== 3 || inside === undefined || inside.repeat.kind !== 'answer')
    return unsaid(because('indexed-elsewhere'))
  return at?.kind === 'number' && Number.isInteger(at.value) && at.value > 0
    ? { kind: 'answer', item: `${inside.repeat.item}[${at.value - 1}]`, part: inside.item }
    : unsaid(because('indexed-fixed'))
}
