import { describe, expect, it } from 'vitest'
import { missingValuesOf } from './missing-values.ts'

const answers = (...values: readonly number[]) =>
  values.map((value) => ({ value, label: String(value) }))

describe('missingValuesOf', () => {
  it('keeps three codes as they are', () => {
    expect(missingValuesOf({ missing: [-77, -88, -99] })).toEqual({
      values: { kind: 'codes', codes: [-77, -88, -99] },
      dropped: [],
    })
  })

  it('makes a range of four when no answer lies between', () => {
    expect(
      missingValuesOf({ missing: [-77, -88, -99, -66], values: answers(1, 2) }).values,
    ).toEqual({ kind: 'range', low: -99, high: -66, also: undefined })
  })

  it('leaves one code beside the range when an answer lies between', () => {
    const four = { missing: [-99, -88, -77, 99] }
    expect(missingValuesOf({ ...four, range: { min: 0, max: 10 } }).values).toEqual({
      kind: 'range',
      low: -99,
      high: -77,
      also: 99,
    })
    expect(missingValuesOf({ missing: [-9, 97, 98, 99], values: answers(1, 5) }).values).toEqual({
      kind: 'range',
      low: 97,
      high: 99,
      also: -9,
    })
  })

  it('gives up the fourth code rather than an answer', () => {
    expect(missingValuesOf({ missing: [-9, -8, 98, 99], values: answers(1, 5) })).toEqual({
      values: { kind: 'codes', codes: [-9, -8, 98] },
      dropped: [99],
    })
    expect(missingValuesOf({ missing: [-77, -88, -99, -66] }).dropped).toEqual([-66])
  })
})
