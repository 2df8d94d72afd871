import { describe, expect, it } from 'vitest'
import { winnerOf } from './winner-of.ts'

const web = { name: 'web', ordinal: 1, applicable: 40 }
const paper = { name: 'paper', ordinal: 2, applicable: 40 }

describe('winnerOf', () => {
  it.each([
    ['web partial, paper complete', [false, 30], [true, 25], 'paper'],
    ['web complete, paper partial', [true, 25], [false, 30], 'web'],
    ['both complete, paper fuller', [true, 30], [true, 38], 'paper'],
    ['both complete and equal', [true, 30], [true, 30], 'web'],
    ['both partial, paper fuller', [false, 10], [false, 12], 'paper'],
    ['both partial and equal', [false, 10], [false, 10], 'web'],
  ] as const)('%s', (_case, [webDone, webAnswered], [paperDone, paperAnswered], winner) => {
    const first = { ...web, completed: webDone, answered: webAnswered }
    const second = { ...paper, completed: paperDone, answered: paperAnswered }
    expect(winnerOf([first, second]).name).toBe(winner)
    expect(winnerOf([second, first]).name).toBe(winner)
  })

  it('compares shares, for routes differ in length', () => {
    const short = { ...web, completed: true, answered: 9, applicable: 10 }
    const long = { ...paper, completed: true, answered: 20, applicable: 40 }
    expect(winnerOf([long, short])).toBe(short)
  })
})
