import { describe, expect, it } from 'vitest'
import { readExpression } from './expression.ts'

const cellOf = (text: string, values: Record<string, number | null> = {}) => {
  const expression = readExpression(text)
  if ('message' in expression) throw new Error(expression.message)
  return expression.evaluate((name) => values[name] ?? null)
}

describe('readExpression', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['-2 * -3', 6],
    ['2 < 3 and not 0', 1],
    ['1 == 2 or 2 != 2', 0],
    ['4 in [1, -4, 4]', 1],
    ['1 / 0', null],
    ['if(1 > 2, 10, 20)', 20],
    ['count(1, 0, 5)', 2],
    ['mean(1, 2, 6)', 3],
  ])('%s is %s', (text, value) => expect(cellOf(text)).toBe(value))

  it.each([
    ['a + 1', null],
    ['a == a', null],
    ['a == 1 or b == 5', 1],
    ['a == 1 and b == 4', 0],
    ['a == 1 or b == 4', null],
    ['not (a == 1)', null],
    ['if(a == 1, 1, 2)', null],
    ['missing(a)', 1],
    ['missing(b)', 0],
    ['first(a, b)', 5],
    ['if(b == 5, none, 1)', null],
    ['max(a, b, 2)', 5],
    ['count(a, a)', null],
    ['a in [1]', null],
  ])('with a missing, %s is %s', (text, value) =>
    expect(cellOf(text, { a: null, b: 5 })).toBe(value),
  )

  it('names the variables it needs', () => {
    expect(readExpression('if(hh_partner == 2, emp_hours, emp_hours + 1)')).toMatchObject({
      names: ['hh_partner', 'emp_hours'],
    })
  })

  it.each([
    ['1 +', 3, /more is expected/],
    ['f(1)', 0, /no function f/],
    ['if(1, 2)', 0, /takes 3/],
    ['1 2', 1, /should end/],
    ['a § b', 1, /not understood/],
    ['a in [b]', 6, /number is expected/],
  ])('says where %j is wrong', (text, position, message) =>
    expect(readExpression(text)).toEqual({ position, message: expect.stringMatching(message) }),
  )

  it('gives the documented example', () =>
    expect(cellOf('if(hh_partner == 2, 1, 0)', { hh_partner: 2 })).toBe(1))
})
