import { describe, expect, it } from 'vitest'
import { outcomeTable } from './outcome-table.ts'

const counts = (...pairs: readonly (readonly [string, number])[]) =>
  pairs.map(([code, count]) => ({ code, count }))
const shown = (...pairs: readonly (readonly [string, number])[]) =>
  outcomeTable(counts(...pairs)).map(({ group, count }) => [group, count])

describe('outcomeTable', () => {
  it('shows numbers of ten and more', () => {
    expect(shown(['1.1', 40], ['2.11', 6], ['2.12', 4], ['3.19', 50])).toEqual([
      ['I', 40],
      ['R', 10],
      ['UO', 50],
    ])
  })

  it('hides a second number where the total would tell the only hidden one', () => {
    expect(shown(['1.1', 40], ['1.2', 12], ['2.11', 24], ['2.31', 3], ['3.19', 50])).toEqual([
      ['I', 40],
      ['P', 12],
      ['R', undefined],
      ['O', undefined],
      ['UO', 50],
    ])
  })

  it('hides two small ones without taking a third', () => {
    expect(shown(['1.1', 40], ['2.11', 9], ['2.31', 3], ['3.19', 50])).toEqual([
      ['I', 40],
      ['R', undefined],
      ['O', undefined],
      ['UO', 50],
    ])
  })
})
