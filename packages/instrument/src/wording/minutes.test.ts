import { describe, expect, it } from 'vitest'
import { annaInstrument, instrumentOf } from '../../testing/instruments.ts'
import { itemsOf } from '../items-of.ts'
import { minutesOf } from './minutes.ts'

const main = annaInstrument('main')

/** What a person of ANNA is shown, in the form of `shownItems`. */
const shownTo = (who: { children: number; hasJob: boolean; hasCoaching: boolean }) =>
  itemsOf(main).flatMap((item) => {
    if (item.role === 'text' || item.type === 'matrixrow') return []
    if (item.parent === 'children')
      return Array.from({ length: who.children }, (_, entry) => `${item.name}_${entry + 1}`)
    if (!who.hasJob && item.name === 'emp_hours_act') return []
    return !who.hasCoaching && item.name === 'm_coa' ? [] : [item.name]
  })

describe('minutesOf', () => {
  it.each([
    [{ children: 1, hasJob: false, hasCoaching: false }, 10.9],
    [{ children: 2, hasJob: true, hasCoaching: false }, 11.6],
    [{ children: 4, hasJob: true, hasCoaching: true }, 13.2],
  ])('comes near the worked example of ANNA for %o', (who, minutes) => {
    const found = minutesOf(main, { shown: shownTo(who) })
    expect(Math.abs(found.median - minutes)).toBeLessThan(0.25)
    expect(found.low).toBeCloseTo(found.median * 0.8, 10)
    expect(found.high).toBeCloseTo(found.median * 1.4, 10)
    expect(found.isOverBudget).toBe(false)
  })

  it('adds up seconds by the kind of answer', () => {
    const survey = (element: object) =>
      minutesOf(instrumentOf({ pages: [{ name: 'p', elements: [{ name: 'x', ...element }] }] }))
        .pages[0]?.seconds
    expect(survey({ type: 'radiogroup', choices: [1, 2] })).toBe(13.5)
    expect(survey({ type: 'text', inputType: 'number' })).toBe(14.5)
    expect(survey({ type: 'rating' })).toBe(12.5)
    expect(survey({ type: 'checkbox', choices: [1] })).toBe(18.5)
    expect(survey({ type: 'ranking', choices: [1] })).toBe(42.5)
    expect(survey({ type: 'comment' })).toBe(22.5)
    expect(survey({ type: 'matrix', columns: [1], rows: ['a', 'b'] })).toBe(15.5)
    expect(
      survey({
        type: 'matrixdropdown',
        rows: ['a', 'b'],
        columns: [{ name: 'c', choices: [1, 2] }],
      }),
    ).toBe(24.5)
    expect(survey({ type: 'html', html: 'eins zwei drei vier fünf' })).toBe(4.5)
  })

  it('counts entries of a panel, and pages only where they are reached', () => {
    const one = instrumentOf({
      pages: [
        { name: 'p', elements: [{ type: 'comment', name: 'a' }] },
        {
          name: 'q',
          elements: [
            {
              type: 'paneldynamic',
              name: 'kids',
              templateElements: [{ type: 'rating', name: 'mood' }],
            },
          ],
        },
      ],
    })
    expect(
      minutesOf(one, { shown: ['kids', 'mood_1', 'mood_2', 'mood_3'] }).pages.map(
        ({ page, seconds, answers }) => [page, seconds, answers],
      ),
    ).toEqual([['q', 32.5, 3]])
  })
})
