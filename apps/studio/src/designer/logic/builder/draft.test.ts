import { readFileSync } from 'node:fs'
import { type Instrument, valueAt } from '@echolot/instrument'
import { parseCondition, printCondition, rulesOf } from '@echolot/routing/logic'
import { describe, expect, it } from 'vitest'
import { changeMember, conditionOf, type Draft, draftOf, gapsIn } from './draft.ts'
import { expressionOf, valueDraftOf } from './value-draft.ts'

const anna = (name: string): Instrument =>
  JSON.parse(
    readFileSync(
      `${import.meta.dirname}/../../../../../../surveys/anna/instruments/${name}.json`,
      'utf8',
    ),
  )

/** Of every shape that questionnaires in the field hold. */
const EXPRESSIONS = [
  '{q1} = 1',
  "{q1} = 'a' and {q2} <> 'b' or {q3} notempty",
  "({a} = 1 or {b} = 2) and !({c} contains 'x' or {d} anyof ['x', 'y'])",
  '!({a} = 1)',
  '!(!({a} = 1))',
  '{a} empty and !({b} notempty)',
  '{panel.age} >= 18 and {panel.age} < {adult}',
  '{row.col1} = {item}',
  "{kids[0].name} = 'Kim'",
  '{#q1} = 5',
  '{q1-Comment} notempty',
  "age({born}) >= 18 and iif({a} > 3, 'x', 'y') = 'x'",
  "sumInArray({kids}, 'age') > 10",
  '5 < {a}',
  '{a} + {b} > 3 * {c}',
  '{a} and {b} = 1',
  '[1, 2] contains {a}',
  '{a} = undefined',
  '{a} = today(-7)',
  '{a} allof {b}',
  '({a} + 1) * 2 = 4 or {b}',
  'q1 = 1',
]

describe('draftOf', () => {
  it.each(EXPRESSIONS)('gives back what it read: %s', (text) => {
    const { condition } = parseCondition(text)
    expect(condition).toBeDefined()
    expect(conditionOf(draftOf(condition))).toEqual(condition)
  })

  it.each(['main', 'youth'])('gives back every rule of a real questionnaire: %s', (name) => {
    const rules = rulesOf(anna(name)).flatMap(({ condition }) => condition ?? [])
    expect(rules.length).toBeGreaterThan(5)
    for (const condition of rules) {
      expect(conditionOf(draftOf(condition))).toEqual(condition)
      expect(expressionOf(valueDraftOf(condition))).toEqual(condition)
    }
  })

  it('keeps as text only what no row can show', () => {
    const kinds = (draft: Draft): readonly string[] =>
      draft.kind === 'group' ? draft.members.flatMap(kinds) : [draft.kind]
    const read = (text: string) => kinds(draftOf(parseCondition(text).condition))
    expect(read('{a} = 1 and age({b}) > 3 or {c}')).toEqual(['row', 'text', 'row'])
  })

  it('leaves out what is not finished', () => {
    const draft = draftOf(undefined)
    expect(conditionOf(draft)).toBeUndefined()
    expect(gapsIn(draft)).toBe(1)
  })
})

describe('changeMember', () => {
  it('takes a member out of a group within', () => {
    const draft = draftOf(parseCondition('{a} = 1 and ({b} = 2 or {c} = 3)').condition)
    const inner = draft.members[1]
    const first = inner?.kind === 'group' ? inner.members[0] : undefined
    const after = changeMember(draft, first?.id ?? 0, () => undefined)
    const condition = conditionOf(after)
    expect(condition === undefined ? '' : printCondition(condition)).toBe('{a} = 1 and {c} = 3')
  })
})

describe('valueDraftOf', () => {
  it.each([
    ...EXPRESSIONS,
    '{a}',
    '{a} * 2 + 1',
    "iif({a} > 3 and {b} = 1, {c}, 'none')",
    'round(avg({a}, {b}), 1)',
    'currentDate()',
    "'text'",
    'true',
  ])('gives back what it read: %s', (text) => {
    const { condition } = parseCondition(text)
    expect(expressionOf(valueDraftOf(condition))).toEqual(condition)
  })

  it('opens the condition of a choice between two values', () => {
    const draft = valueDraftOf(parseCondition('iif({a} > 3, 1, 0)').condition)
    expect(valueAt(draft, '/condition')).toBe('{a} > 3')
  })
})
