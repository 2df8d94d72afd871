import fc from 'fast-check'
import { ConditionsParser, ExpressionRunner } from 'survey-core'
import { describe, expect, it } from 'vitest'
import type { Expression } from './expression.ts'
import { isPrintable, printExpression } from './print-expression.ts'

const WORDS: Readonly<Record<string, string>> = {
  equal: '=',
  notequal: '<>',
  less: '<',
  lessorequal: '<=',
  greater: '>',
  greaterorequal: '>=',
  plus: '+',
  minus: '-',
  mul: '*',
  div: '/',
  mod: '%',
  power: '^',
  contains: 'holds',
  negate: 'not',
}

/** The engine's own tree, as nested lists. */
type Tree = string | readonly Tree[]
type Operand = {
  readonly operatorName?: string
  readonly left?: Operand
  readonly right?: Operand
  readonly expressionValue?: Operand
  readonly originalValue?: string
  readonly parameters?: { readonly values: readonly Operand[] }
  readonly variableName?: string
  readonly value?: unknown
}
const engineTree = (operand: Operand): Tree => {
  const { operatorName, left, right, expressionValue, parameters } = operand
  if (parameters !== undefined)
    return ['call', String(operand.originalValue), ...parameters.values.map(engineTree)]
  if (operatorName !== undefined && left !== undefined && right !== undefined)
    return [WORDS[operatorName] ?? operatorName, engineTree(left), engineTree(right)]
  if (operatorName !== undefined && expressionValue !== undefined)
    return [WORDS[operatorName] ?? operatorName, engineTree(expressionValue)]
  if (operand.variableName !== undefined) return `{${operand.variableName}}`
  return JSON.stringify(
    typeof operand.value === 'string' ? operand.value.slice(1, -1) : operand.value,
  )
}

/** The same shape from our side. */
const ownTree = (expression: Expression): Tree => {
  switch (expression.kind) {
    case 'constant':
      return JSON.stringify(expression.value)
    case 'answer':
      return `{${expression.item}${expression.part === undefined ? '' : `.${expression.part}`}}`
    case 'compare':
    case 'calculate':
      return [expression.operator, ownTree(expression.left), ownTree(expression.right)]
    case 'holds':
      return ['holds', ownTree(expression.left), ownTree(expression.right)]
    case 'empty':
      return ownEmpty(expression.of, 'empty')
    case 'not':
      return expression.of.kind === 'empty'
        ? ownEmpty(expression.of.of, 'notempty')
        : ['not', ownTree(expression.of)]
    case 'and':
    case 'or':
      return expression.of.map(ownTree).reduce((first, second) => [expression.kind, first, second])
    case 'call':
      return ['call', expression.name, ...expression.of.map(ownTree)]
  }
}
const ownEmpty = (of: Expression, word: string): Tree =>
  of.kind === 'answer' || of.kind === 'constant'
    ? [word, ownTree(of)]
    : [word === 'empty' ? '=' : '<>', ownTree(of), '""']

const expressions = fc.letrec<{ readonly any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc
      .oneof(
        fc.string({ unit: 'grapheme' }).filter((text) => isPrintable(text)),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        fc.boolean(),
      )
      .map((value): Expression => ({ kind: 'constant', value })),
    fc
      .record(
        {
          item: fc.constantFrom('q1', 'child_age', 'panel', 'größe'),
          part: fc.constantFrom('a', 'r_2'),
        },
        { requiredKeys: ['item'] },
      )
      .map((answer): Expression => ({ kind: 'answer', ...answer })),
    fc.record({
      kind: fc.constant('compare' as const),
      operator: fc.constantFrom('=', '<>', '<', '<=', '>', '>='),
      left: tie('any'),
      right: tie('any'),
    }),
    fc.record({ kind: fc.constant('holds' as const), left: tie('any'), right: tie('any') }),
    fc.record({ kind: fc.constantFrom('empty' as const, 'not' as const), of: tie('any') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('calculate' as const),
      operator: fc.constantFrom('+', '-', '*', '/', '%', '^'),
      left: tie('any'),
      right: tie('any'),
    }),
    fc.record({
      kind: fc.constant('call' as const),
      name: fc.constantFrom('iif', 'sum', 'age', 'today'),
      of: fc.array(tie('any'), { maxLength: 3 }),
    }),
  ) as fc.Arbitrary<Expression>,
}))

describe('printExpression', () => {
  it('is read by the engine as the same tree', () => {
    fc.assert(
      fc.property(expressions.any, (expression) => {
        const printed = printExpression(expression)
        const parsed = new ConditionsParser().parseExpression(printed)
        expect(parsed, printed).toBeDefined()
        expect(engineTree(parsed as unknown as Operand), printed).toEqual(ownTree(expression))
      }),
      { numRuns: 1500 },
    )
  })

  it('brackets only where precedence asks for it', () => {
    const item = (name: string): Expression => ({ kind: 'answer', item: name })
    expect(
      printExpression({
        kind: 'and',
        of: [
          { kind: 'or', of: [item('a'), item('b')] },
          { kind: 'not', of: { kind: 'empty', of: item('c') } },
          {
            kind: 'compare',
            operator: '>',
            left: item('d'),
            right: { kind: 'constant', value: 1 },
          },
        ],
      }),
    ).toBe('({a} or {b}) and {c} notempty and {d} > 1')
  })

  it('writes texts that the engine compares as they are', () => {
    for (const text of [
      ...["it's", 'say "yes"', 'a\\b', "back\\'slash", '{q1}', ''],
      ...['equals', 'notequals_equals', '=>', '=<>', '<>', 'a <> b => c'],
    ])
      expect(
        new ExpressionRunner(
          printExpression({
            kind: 'compare',
            operator: '=',
            left: { kind: 'answer', item: 'q' },
            right: { kind: 'constant', value: text },
          }),
        ).runValues({ q: text }),
        text,
      ).toBe(true)
  })
})
