import type { Expression } from '../expression/expression.ts'
import { isPrintable } from '../expression/print-expression.ts'
import { because } from '../reasons/because.ts'
import { unsaid } from './xpath-context.ts'

/** @throws Untranslatable for a text that conditions cannot hold */
export const text = (value: string): Expression =>
  isPrintable(value) ? { kind: 'constant', value } : unsaid(because('backslash-in-conditions'))
export const number = (value: number): Expression => ({ kind: 'constant', value })
export const call = (name: string, ...of: readonly Expression[]): Expression => ({
  kind: 'call',
  name,
  of,
})
export const not = (of: Expression): Expression => ({ kind: 'not', of })
export const empty = (of: Expression): Expression => ({ kind: 'empty', of })
export const calculate = (
  left: Expression,
  operator: '+' | '-' | '*' | '/' | '%' | '^',
  right: Expression,
): Expression => ({ kind: 'calculate', operator, left, right })
export const compare = (
  left: Expression,
  operator: '=' | '<>' | '<' | '<=' | '>' | '>=',
  right: Expression,
): Expression => ({ kind: 'compare', operator, left, right })
