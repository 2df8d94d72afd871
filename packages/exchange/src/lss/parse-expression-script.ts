import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
/** A formula of ExpressionScript as it is written; nothing is looked up yet. */
export type Script =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** A variable with what follows its last dot, e.g. `Q1_SQ001` and `NAOK`. */
  | { readonly kind: 'variable'; readonly name: string; readonly suffix: string }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Script[] }
  | { readonly kind: 'not' | 'minus'; readonly of: Script }
  | {
      readonly kind: 'binary'
      readonly operator: ScriptOperator
      readonly left: Script
      readonly right: Script
    }

export type ScriptOperator =
  | 'or'
  | 'and'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'

/** Where and why a formula cannot be read. */
export type ScriptFault = { readonly at: number; readonly message: Reason }

const OPERATORS: Readonly<
  Record<string, { readonly is: ScriptOperator; readonly strength: number }>
> = {
  '||': { is: 'or', strength: 1 },
  or: { is: 'or', strength: 1 },
  '&&': { is: 'and', strength: 2 },
  and: { is: 'and', strength: 2 },
  '==': { is: '=', strength: 3 },
  '=': { is: '=', strength: 3 },
  eq: { is: '=', strength: 3 },
  '!=': { is: '<>', strength: 3 },
  '<>': { is: '<>', strength: 3 },
  ne: { is: '<>', strength: 3 },
  '<': { is: '<', strength: 4 },
  lt: { is: '<', strength: 4 },
  '<=': { is: '<=', strength: 4 },
  le: { is: '<=', strength: 4 },
  '>': { is: '>', strength: 4 },
  gt: { is: '>', strength: 4 },
  '>=': { is: '>=', strength: 4 },
  ge: { is: '>=', strength: 4 },
  '+': { is: '+', strength: 5 },
  '-': { is: '-', strength: 5 },
  '*': { is: '*', strength: 6 },
  '/': { is: '/', strength: 6 },
}

const SUFFIXES = new Set(
  'code gid grelevance gseq jsname mandatory naok qid qseq question readwrite relevancestatus relevance rowdivid sgqa shown type valuenaok value'.split(
    ' ',
  ),
)

type Token = {
  readonly at: number
  readonly kind: 'number' | 'text' | 'word' | 'sign'
  readonly text: string
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?![\w.])|\.\d+)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(INSERTANS:[\w#]+(?:\.[A-Za-z]+)?|[A-Za-z_0-9][\w]*(?:[:.][A-Za-z_0-9][\w]*)*)|(\|\||&&|==|!=|<>|<=|>=|[<>=+\-*/!(),]))/y

/** Longer formulas and deeper brackets are nobody's. */
const LONGEST = 20_000
const DEEPEST = 60

const tokensOf = (source: string): readonly Token[] | ScriptFault => {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  const end = source.trimEnd().length
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (match === null)
      return { at, message: because('unreadable-text', { text: source.slice(at, at + 12).trim() }) }
    const [, number, double, single, word, sign] = match
    if (number !== undefined) tokens.push({ at, kind: 'number', text: number })
    else if (word !== undefined) tokens.push({ at, kind: 'word', text: word })
    else if (sign !== undefined) tokens.push({ at, kind: 'sign', text: sign })
    else
      tokens.push({
        at,
        kind: 'text',
        text: (double ?? single ?? '').replaceAll(/\\(["'\\])/g, '$1'),
      })
  }
  return tokens
}

export const isFault = (result: Script | ScriptFault): result is ScriptFault => 'message' in result

/** Reads ExpressionScript by the strength of its operators: `or`, `and`, equality, order, sum, product, sign. */
export const parseExpressionScript = (source: string): Script | ScriptFault => {
  if (source.length > LONGEST) return { at: LONGEST, message: because('too-long') }
  const tokens = tokensOf(source)
  if ('message' in tokens) return tokens
  let place = 0
  const fault = (message: Reason): never => {
    throw { at: tokens[place]?.at ?? source.length, message } satisfies ScriptFault
  }
  const isSign = (text: string) => tokens[place]?.kind === 'sign' && tokens[place]?.text === text
  const expect = (text: string) => {
    if (!isSign(text)) fault(because('missing-sign', { sign: text }))
    place++
  }
  const operatorHere = () => {
    const token = tokens[place]
    if (token === undefined || token.kind === 'number' || token.kind === 'text') return undefined
    const key = token.text.toLowerCase()
    return Object.hasOwn(OPERATORS, key) ? OPERATORS[key] : undefined
  }
  const expression = (around: number, depth: number): Script => {
    if (depth > DEEPEST) fault(because('nested-too-deeply'))
    let left = operand(depth + 1)
    for (;;) {
      const operator = operatorHere()
      if (operator === undefined || operator.strength <= around) return left
      place++
      left = {
        kind: 'binary',
        operator: operator.is,
        left,
        right: expression(operator.strength, depth + 1),
      }
    }
  }
  const operand = (depth: number): Script => {
    if (depth > DEEPEST * 2) fault(because('nested-too-deeply'))
    const token = tokens[place]
    if (token === undefined) return fault(because('ends-too-early'))
    place++
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) }
    if (token.kind === 'text') return { kind: 'text', value: token.text }
    if (token.kind === 'word')
      return isSign('(') ? call(token.text, depth) : variableFrom(token.text)
    if (token.text === '(') {
      const inner = expression(0, depth + 1)
      expect(')')
      return inner
    }
    if (token.text === '!') return { kind: 'not', of: operand(depth + 1) }
    if (token.text === '-') return { kind: 'minus', of: operand(depth + 1) }
    if (token.text === '+') return operand(depth + 1)
    place--
    return fault(because('unexpected-sign', { sign: token.text }))
  }
  const call = (name: string, depth: number): Script => {
    expect('(')
    const of: Script[] = []
    while (!isSign(')')) {
      of.push(expression(0, depth + 1))
      if (isSign(',')) place++
      else if (!isSign(')')) fault(because('comma-missing'))
    }
    expect(')')
    return { kind: 'call', name: name.toLowerCase(), of }
  }
  try {
    const script = expression(0, 0)
    if (place < tokens.length)
      fault(because('unexpected-sign', { sign: tokens[place]?.text ?? '' }))
    return script
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'at' in error) return error as ScriptFault
    throw error
  }
}

const variableFrom = (text: string): Script => {
  const name = text.replace(/^INSERTANS:/, '')
  const dot = name.lastIndexOf('.')
  const suffix = dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
  return SUFFIXES.has(suffix)
    ? { kind: 'variable', name: name.slice(0, dot), suffix }
    : { kind: 'variable', name, suffix: '' }
}
