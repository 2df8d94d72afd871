import { describe, expect, it } from 'vitest'
import { shortNamesOf, spssNamesOf } from './spss-names.ts'

describe('spssNamesOf', () => {
  it.each([
    [
      ['jca_1', 'größe', '@x'],
      ['jca_1', 'größe', '@x'],
    ],
    [
      ['1st', '$sys', '_x', 'a b', 'end.', 'end_'],
      ['st', 'sys', 'x', 'a_b', 'end', 'end_2'],
    ],
    [
      ['by', 'NOT', 'not'],
      ['by_1', 'NOT_1', 'not_1_2'],
    ],
    [
      ['Case', 'case', 'CASE'],
      ['Case', 'case_2', 'CASE_3'],
    ],
    [
      ['???', ''],
      ['v', 'v_2'],
    ],
    [
      ['a!', 'a'],
      ['a_2', 'a'],
    ],
  ])('%j become %j', (names, expected) => {
    expect(spssNamesOf(names)).toEqual(expected)
  })

  it('keeps them within 64 bytes, and different', () => {
    const names = spssNamesOf(['ä'.repeat(50), 'ä'.repeat(51)])
    expect(names.map((name) => Buffer.byteLength(name) <= 64)).toEqual([true, true])
    expect(new Set(names).size).toBe(2)
  })
})

describe('shortNamesOf', () => {
  it('gives the segments of one text the same first five characters, and nobody else', () => {
    const names = shortNamesOf([
      { name: 'wish', segments: 3 },
      { name: 's0001x', segments: 1 },
      { name: 'jca_1', segments: 1 },
      { name: 'größe', segments: 1 },
      { name: 'grße', segments: 1 },
    ])
    expect(names).toEqual([
      ['S0001', 'S00011', 'S00012'],
      ['V0000001'],
      ['JCA_1'],
      ['GRSSE'],
      ['V0000002'],
    ])
  })
})
