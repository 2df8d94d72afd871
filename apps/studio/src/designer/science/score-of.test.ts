import { describe, expect, it } from 'vitest'
import { scoreOf } from './score-of.ts'

const scale = {
  ...{ name: 'S', label: '', items: ['a', 'b', 'c', 'd'], reversed: ['c'] },
  ...{ min: 1, max: 5, minValid: 3 },
}

describe('scoreOf', () => {
  it('is the mean of valid items, reversed ones turned', () => {
    expect(scoreOf(scale, { a: 4, b: 5, c: 2, d: 3 })).toMatchObject({
      score: 4,
      percent: 75,
      valid: 4,
    })
  })

  it('is there with three of four, and missing with two', () => {
    expect(scoreOf(scale, { a: 4, b: 5, c: 3 }).score).toBe(4)
    expect(scoreOf(scale, { a: 4, b: 5 })).toMatchObject({ score: undefined, valid: 2 })
  })

  it('does not count missing codes', () => {
    expect(scoreOf(scale, { a: 4, b: -77, c: 2, d: -88 })).toMatchObject({
      score: undefined,
      valid: 2,
    })
  })
})
