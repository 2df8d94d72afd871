import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomId, shuffled } from './random.ts'

describe('shuffled', () => {
  it('loses nothing, adds nothing and leaves the list alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (list) => {
        const before = [...list]
        expect([...shuffled(list)].sort()).toEqual([...list].sort())
        expect(list).toEqual(before)
      }),
    )
  })

  it('gives every order the same chance', () => {
    const counts = new Map<string, number>()
    for (let n = 0; n < 6_000; n++) {
      const order = shuffled(['a', 'b', 'c']).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    // 1 000 expected of each, standard deviation 29.
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200)
  })
})

describe('randomId', () => {
  it('is as long as asked', () => {
    expect(randomId()).toMatch(/^[0-9a-f]{32}$/)
    expect(randomId(4)).toMatch(/^[0-9a-f]{8}$/)
  })
})
