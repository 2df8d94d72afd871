import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmall, LEAST_SHOWN } from './hide-small.ts'

const counts = (...all: number[]) => hideSmall(all.map((count) => ({ count })))

describe('hideSmall', () => {
  it('shows tables without small cells as they are', () => {
    expect(counts(10, 25, 300)).toEqual([10, 25, 300])
  })

  it('hides nine and shows ten (R-62)', () => {
    expect(counts(9, 12, 40)).toEqual([null, null, 40])
    expect(counts(10, 12, 40)).toEqual([10, 12, 40])
  })

  it('hides a second cell, so that the first cannot be found by subtraction', () => {
    expect(counts(3, 50, 80)).toEqual([null, null, 80])
  })

  it('goes on until what is hidden is at least ten together', () => {
    expect(counts(1, 2, 30, 40)).toEqual([null, null, null, 40])
  })

  it('hides a cell whose rest is small', () => {
    expect(
      hideSmall([
        { count: 55, outOf: 60 },
        { count: 30, outOf: 90 },
        { count: 70, outOf: 300 },
      ]),
    ).toEqual([null, null, 70])
  })

  it('leaves nobody a number below ten, even with the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 8 }), (all) => {
        const shown = hideSmall(all.map((count) => ({ count })))
        const total = all.reduce((sum, count) => sum + count, 0)
        const known = shown.reduce((sum: number, count) => sum + (count ?? 0), 0)
        const hidden = shown.filter((count) => count === null).length
        for (const count of shown) if (count !== null) expect(count).toBeGreaterThanOrEqual(10)
        if (hidden > 0 && hidden < shown.length) {
          expect(hidden).toBeGreaterThanOrEqual(2)
          expect(total - known).toBeGreaterThanOrEqual(LEAST_SHOWN)
        }
      }),
    )
  })
})
