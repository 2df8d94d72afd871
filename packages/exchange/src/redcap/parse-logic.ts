import type { Expression } from '../expression/expression.ts'
import { isPrintable } from '../expression/print-expression.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { Untranslatable } from '../reasons/untranslatable.ts'
import { join } from './logic-comparison.ts'
import { type Token, tokensOf } from './logic-tokens.ts'

/** What `[name]` stands for: an answer, or one box of a multiple choice. */
export type LogicContext = {
  readonly answer: (name: string) => Expression | undefined
  /** Multiple choice `name` holds the choice with this code. */
  readonly box: (name: string, code: string) => Expression | undefined
}

/** A condition or calculation of REDCap in our terms, or where it ends making sense and why. */
export type Logic = { readonly expression: Expression } | { readonly fault: Reason }

const STRENGTH: Readonly<Record<string, number>> = {
  ...{ or: 1, '||': 1, and: 2, '&&': 2 },
  ...{ '=': 3, '<>': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3 },
  ...{ '+': 4, '-': 4, '*': 5, '/': 5, '%': 5, '^': 6 },
}

const DEPTH = 100

export const number = (value: number): Expression => ({ kind: 'constant', value })

const call = (name: string, ...of: readonly Expression[]): Expression => ({
  kind: 'call',
  name,
  of,
})

/** Ends the reading; caught in `parseLogic`. */
const refuse = (reason: Reason): never => {
  throw new Untranslatable(reason)
}

/** Reads branching logic or a calculation. */
export const parseLogic = (source: string, context: LogicContext): Logic => {
  const tokens = tokensOf(source)
  if ('fault' in tokens) return tokens
  try {
    const reader = { tokens, place: 0, context }
    const expression = readExpression(reader, 0, 0)
    const rest = tokens[reader.place]
    return rest === undefined
      ? { expression }
      : { fault: because('unexpected-at', { text: rest.value, at: rest.at + 1 }) }
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error
    return { fault: error.reason }
  }
}

type Reader = { readonly tokens: readonly Token[]; place: number; readonly context: LogicContext }

const isSymbol = (token: Token | undefined, symbol: string) =>
  token?.type === 'symbol' && token.value === symbol

const readExpression = (reader: Reader, floor: number, depth: number): Expression => {
  if (depth > DEPTH) refuse(because('too-many-brackets'))
  let left = readOperand(reader, depth)
  for (;;) {
    const token = reader.tokens[reader.place]
    const operator =
      token?.type === 'symbol' || token?.type === 'word' ? token.value.toLowerCase() : ''
    const strength = STRENGTH[operator]
    if (strength === undefined || strength <= floor) return left
    reader.place++
    left = join(operator, left, readExpression(reader, strength, depth + 1))
  }
}

const readOperand = (reader: Reader, depth: number): Expression => {
  const token = reader.tokens[reader.place] ?? refuse(because('something-missing'))
  reader.place++
  switch (token.type) {
    case 'number':
      return number(Number(token.value))
    case 'text':
      return isPrintable(token.value)
        ? { kind: 'constant', value: token.value.replaceAll(/\\(['"])/g, '$1') }
        : refuse(because('backslash-in-conditions'))
    case 'field':
      return readField(reader, token.value)
    case 'word':
      return isSymbol(reader.tokens[reader.place], '(')
        ? readCall(reader, token.value.toLowerCase(), depth)
        : refuse(because('not-understood-at', { text: token.value, at: token.at + 1 }))
    case 'symbol': {
      if (token.value === '(') {
        const inner = readExpression(reader, 0, depth + 1)
        close(reader)
        return inner
      }
      if (token.value === '-') {
        const of = readOperand(reader, depth + 1)
        return of.kind === 'constant' && typeof of.value === 'number'
          ? number(-of.value)
          : { kind: 'calculate', operator: '-', left: number(0), right: of }
      }
      if (token.value === '!') return { kind: 'not', of: readOperand(reader, depth + 1) }
      return refuse(because('unexpected-at', { text: token.value, at: token.at + 1 }))
    }
  }
}

const close = (reader: Reader) => {
  if (!isSymbol(reader.tokens[reader.place], ')')) refuse(because('bracket-open'))
  reader.place++
}

const readField = (reader: Reader, inside: string): Expression => {
  if (reader.tokens[reader.place]?.type === 'field')
    return refuse(because('names-an-event', { text: inside }))
  const [, name = '', code] =
    /^\s*([A-Za-z][\w-]*)\s*(?:\(\s*([^()]*?)\s*\))?\s*$/.exec(inside) ?? []
  if (name === '') return refuse(because('field-not-understood', { text: inside }))
  const found =
    code === undefined
      ? reader.context.answer(name.toLowerCase())
      : reader.context.box(name.toLowerCase(), code)
  return found ?? refuse(because('field-not-here', { text: inside }))
}

const UNITS: Readonly<Record<string, string>> = {
  y: 'years',
  M: 'months',
  d: 'days',
  h: 'hours',
  m: 'minutes',
  s: 'seconds',
}

/** Functions that are the same under another or the same name. */
const SAME: Readonly<Record<string, string>> = {
  ...{
    if: 'iif',
    sum: 'sum',
    mean: 'avg',
    min: 'min',
    max: 'max',
    round: 'round',
    rounddown: 'trunc',
  },
  ...{ year: 'year', month: 'month', day: 'day' },
}

const readCall = (reader: Reader, name: string, depth: number): Expression => {
  reader.place++
  const of: Expression[] = []
  if (!isSymbol(reader.tokens[reader.place], ')')) {
    of.push(readExpression(reader, 0, depth + 1))
    while (isSymbol(reader.tokens[reader.place], ',')) {
      reader.place++
      of.push(readExpression(reader, 0, depth + 1))
    }
  }
  close(reader)
  const given = (place: number): Expression =>
    of[place] ?? refuse(because('lacks-what-to-work-on', { name }))
  const same = SAME[name]
  if (same !== undefined) return call(same, given(0), ...of.slice(1))
  switch (name) {
    case 'not':
      return { kind: 'not', of: given(0) }
    case 'isblankormissingcode':
    case 'isnull':
      return { kind: 'empty', of: given(0) }
    case 'abs':
      return call(
        'iif',
        { kind: 'compare', operator: '<', left: given(0), right: number(0) },
        { kind: 'calculate', operator: '-', left: number(0), right: given(0) },
        given(0),
      )
    case 'sqrt':
      return { kind: 'calculate', operator: '^', left: given(0), right: number(0.5) }
    case 'mod':
      return { kind: 'calculate', operator: '%', left: given(0), right: given(1) }
    case 'contains':
      return { kind: 'holds', left: given(0), right: given(1) }
    case 'left':
      return call('substring', given(0), number(0), given(1))
    case 'roundup': {
      if (of.length > 1) return refuse(because('roundup-decimals'))
      const whole = call('trunc', given(0))
      return call(
        'iif',
        { kind: 'compare', operator: '>', left: given(0), right: whole },
        { kind: 'calculate', operator: '+', left: whole, right: number(1) },
        whole,
      )
    }
    case 'datediff': {
      const unit = given(2)
      const word = unit.kind === 'constant' ? UNITS[String(unit.value)] : undefined
      return word === undefined
        ? refuse(because('datediff-unit'))
        : call('dateDiff', moment(given(0)), moment(given(1)), { kind: 'constant', value: word })
    }
    default:
      return refuse(because('no-counterpart', { name }))
  }
}

const moment = (of: Expression): Expression =>
  of.kind === 'constant' && of.value === 'today'
    ? call('today')
    : of.kind === 'constant' && of.value === 'now'
      ? call('currentDate')
      : of
