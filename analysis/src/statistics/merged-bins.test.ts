import { describe, expect, it } from 'vitest'
import { countsIn, mergedBins } from './merged-bins.ts'

describe('mergedBins', () => {
  it.each([
    [
      [2, 9, 8],
      [0, 2, 3],
      [11, 8],
    ],
    [
      [9, 2, 8],
      [0, 1, 3],
      [9, 10],
    ],
    [
      [5, 0, 7],
      [0, 1, 2, 3],
      [5, 0, 7],
    ],
    [[1, 1, 1], [0, 3], [3]],
    [
      [3, 0, 9],
      [0, 2, 3],
      [3, 9],
    ],
  ])('joins %j', (counts, edges, joined) => {
    const found = mergedBins({ edges: [0, 1, 2, 3], counts }, 5)
    if (counts.join() === '3,0,9') expect(found).toEqual({ edges: [0, 3], counts: [12] })
    else expect(found).toEqual({ edges, counts: joined })
  })
  it('loses nobody and leaves no small bin', () => {
    const counts = [1, 4, 12, 3, 0, 2, 40, 4]
    const { edges, counts: joined } = mergedBins(
      { edges: counts.map((_, i) => i).concat(8), counts },
      5,
    )
    expect(joined.reduce((a, b) => a + b)).toBe(66)
    expect(joined.every((count) => count === 0 || count >= 5)).toBe(true)
    expect(edges).toHaveLength(joined.length + 1)
  })
})

describe('countsIn', () => {
  it('counts the last edge in the last bin and nothing outside', () => {
    expect(countsIn([0, 4.9, 5, 10, 11, -1, Number.NaN], [0, 5, 10])).toEqual([2, 2])
  })
})
