import type { Expression } from '../expression/expression.ts'
import { both, choose, compare, constant, not } from '../questionnaire/simplify.ts'
import type { Script, ScriptOperator } from './parse-expression-script.ts'
import type { Variable } from './variables.ts'

const ORDERS = new Set<ScriptOperator>(['=', '<>', '<', '<=', '>', '>='])

export const MIRRORED = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
} as const

export type Order = keyof typeof MIRRORED

export const isOrder = (operator: string): operator is Order =>
  ORDERS.has(operator as ScriptOperator)

export const isVariable = (one: Script | Variable): one is Variable => 'question' in one

export const LISTS = new Set(['L', '!', 'O', 'F', 'H', '1', 'R'])

/** Words that may be numbers: order is by number where they are. */
export const isTyped = ({ question, ticked }: Variable) =>
  ticked === undefined && ['S', 'T', 'U', 'Q', ';'].includes(question.type)

export const asNumber = (variable: Variable): Expression => ({
  kind: 'calculate',
  operator: '*',
  left: variableValue(variable),
  right: constant(1),
})

export const variableValue = (variable: Variable): Expression =>
  variable.ticked === undefined
    ? (variable.formula?.() ?? variable.value)
    : choose(
        variable.ticked.is,
        constant(variable.ticked.on === '1' ? 1 : variable.ticked.on),
        constant(''),
      )

export const blank = (variable: Variable): Expression =>
  variable.ticked === undefined
    ? { kind: 'empty', of: variableValue(variable) }
    : not(variable.ticked.is)

export const truthOf = (variable: Variable): Expression =>
  variable.ticked?.is ??
  both([not(blank(variable)), compare(variableValue(variable), '<>', constant(0))])

/** A ticked box has one value, an open one none; which of the two fulfils the comparison? */
export const againstTick = (
  { is, on }: NonNullable<Variable['ticked']>,
  operator: Order,
  other: string | number,
): Expression => {
  const whenTicked = holdsFor(on, operator, other)
  const whenOpen = operator === '<>'
  if (whenTicked && whenOpen) return constant(true)
  if (whenTicked) return is
  return whenOpen ? not(is) : constant(false)
}

const holdsFor = (value: string, operator: Order, other: string | number): boolean => {
  const numbers = Number.isFinite(Number(value)) && Number.isFinite(Number(other))
  const [left, right] = numbers ? [Number(value), Number(other)] : [value, String(other)]
  if (operator === '=') return left === right
  if (operator === '<>') return left !== right
  if (!numbers && Number.isFinite(Number(value)) !== Number.isFinite(Number(other))) return false
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left >= right
}

export const isCondition = ({ kind, ...rest }: Expression): boolean =>
  ['compare', 'holds', 'empty', 'not', 'and', 'or'].includes(kind) ||
  (kind === 'constant' && typeof (rest as { value?: unknown }).value === 'boolean')

export const isMeant = (variable: Variable, part: string): boolean => {
  const word = part.toLowerCase()
  if (word === 'nocomments') return variable.isComment !== true
  if (word === 'comments') return variable.isComment === true
  if (word === 'naok') return true
  const code = part.replace(/^sq_/i, '')
  return (
    variable.part === code ||
    variable.part.startsWith(`${code}_`) ||
    variable.part.endsWith(`_${code}`)
  )
}
