import fc from 'fast-check'
import { ConditionRunner } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { type Arithmetic, type Comparison, type Condition, isTruth } from './condition.ts'
import { parseCondition } from './parse-condition.ts'
import { printCondition } from './print-condition.ts'

const COMPARISONS: readonly Comparison[] = [
  ...(['=', '<>', '<', '<=', '>', '>='] as const),
  ...(['contains', 'notcontains', 'anyof', 'allof', 'noneof'] as const),
]
const ARITHMETIC: readonly Arithmetic[] = ['+', '-', '*', '/', '%', '^']

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .constantFrom('a', 'b', 'm.row', 'panel.x', 'a-Comment')
    .map((path): Condition => ({ kind: 'answer', path, raw: false })),
  fc
    .integer({ min: -99, max: 200 })
    .map((value): Condition => ({ kind: 'constant', form: 'number', value })),
  fc
    .constantFrom('x', 'y z', "it's", '12', '')
    .map((value): Condition => ({ kind: 'constant', form: 'text', value })),
  fc.boolean().map((value): Condition => ({ kind: 'constant', form: 'boolean', value })),
)

/** Conditions as the parser makes them: rows of the same word are opened. */
const { condition } = fc.letrec<{ readonly condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc
      .tuple(
        fc.constantFrom('and', 'or'),
        fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
      )
      .map(
        ([kind, parts]): Condition => ({
          kind,
          parts: parts.flatMap((part, place) =>
            part.kind === kind && (place === 0 || isTruth(part)) ? part.parts : [part],
          ),
        }),
      ),
    tie('condition').map((part): Condition => ({ kind: 'not', part })),
    fc
      .tuple(fc.constantFrom(...COMPARISONS), tie('condition'), tie('condition'))
      .map(([operator, left, right]): Condition => ({ kind: 'comparison', operator, left, right })),
    fc
      .tuple(fc.constantFrom(...ARITHMETIC), tie('condition'), tie('condition'))
      .map(([operator, left, right]): Condition => ({ kind: 'arithmetic', operator, left, right })),
    fc
      .tuple(fc.constantFrom('empty', 'notempty'), leaf)
      .map(([operator, operand]): Condition => ({ kind: 'presence', operator, operand })),
    fc
      .array(tie('condition'), { minLength: 1, maxLength: 3 })
      .map((parameters): Condition => ({ kind: 'call', name: 'iif', parameters })),
    fc.array(leaf, { maxLength: 3 }).map((entries): Condition => ({ kind: 'list', entries })),
  ),
}))

const value = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: -3, max: 5 }),
  fc.constantFrom('x', 'y z', '12', ''),
  fc.boolean(),
  fc.array(fc.constantFrom<string | number>('x', 1, 2), { maxLength: 3 }),
)

const outcome = (text: string, values: Record<string, unknown>): unknown => {
  try {
    return new ConditionRunner(text).runValues(structuredClone(values))
  } catch {
    return 'thrown'
  }
}

describe('parseCondition', () => {
  it('gives back what printCondition wrote', () => {
    fc.assert(
      fc.property(condition, (made) => {
        const text = printCondition(made)
        expect(parseCondition(text).condition, text).toEqual(made)
      }),
      { numRuns: 1500, seed: 1 },
    )
  })

  it.each([
    '{a} = 1 and ({b} = 2 and {a} <> 3) or !({b} empty)',
    "({a} + 1) * 2 > {b} - (1 - 2) or {a} contains 'x'",
    '{a} = 1 and ({b} and {a})',
    '2 ^ (3 ^ 2) > {a} and ({a} < {b}) = true',
    "iif({a} > 1 or {b} empty, 'x', {b}) = 'x'",
    "{a} anyof ['x', 1] and {b} noneof [2] or {a} allof ['x']",
    "{a} =< 3 and {a} => 1 and {b} <> 'it\\'s'",
  ])('prints %s so that survey-core evaluates it the same', (text) => {
    const { condition: parsed } = parseCondition(text)
    if (parsed === undefined) throw new Error('not read')
    const printed = printCondition(parsed)
    fc.assert(
      fc.property(fc.record({ a: value, b: value }), (values) => {
        expect(outcome(printed, values), printed).toEqual(outcome(text, values))
      }),
      { numRuns: 200, seed: 2 },
    )
  })

  it('writes no bracket that is not needed', () => {
    const { condition: parsed } = parseCondition('((({a} = (1)) and (({b} = 2))) or (!({a})))')
    expect(parsed && printCondition(parsed)).toBe('{a} = 1 and {b} = 2 or !{a}')
  })

  it('names words without braces, which survey-core takes for text', () => {
    expect(parseCondition('q1 = 1').faults).toEqual([
      { code: 'word', severity: 'warning', from: 0, to: 2, says: 'q1' },
    ])
    expect(parseCondition('q1 = 1').condition).toMatchObject({ left: { form: 'word' } })
  })

  it('names brackets left open, which survey-core closes by itself', () => {
    expect(parseCondition('foo(').faults).toMatchObject([{ code: 'bracket', from: 3 }])
    expect(parseCondition("{a} = '(' and ({b} = 1").faults).toMatchObject([
      { code: 'bracket', from: 14 },
    ])
  })

  it('says where an expression cannot be read', () => {
    expect(parseCondition('{a} = 1 und {b} = 2')).toMatchObject({
      condition: undefined,
      faults: [{ code: 'syntax', from: 8, says: 'und {b} = 2' }],
    })
    expect(parseCondition('  ').faults).toMatchObject([{ code: 'empty' }])
  })
})
