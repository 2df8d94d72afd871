import { DISPOSITIONS } from '@echolot/study'
import { describe, expect, it } from 'vitest'
import { daysBetween, groupsOf } from './summary-of.ts'
import { FIELDWORK_WORDS } from './words.ts'

describe('groupsOf', () => {
  it('puts every code of the study into its AAPOR group and loses none', () => {
    const all = Object.keys(DISPOSITIONS).map((code) => ({ code, count: 10 }))
    expect(groupsOf(all).flatMap(({ outcomes }) => outcomes)).toHaveLength(all.length)
  })
})

describe('daysBetween', () => {
  it('counts whole days over the change to summer time', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
    expect(daysBetween('2027-03-29', '2027-03-27')).toBe(-2)
  })
})

describe('FIELDWORK_WORDS', () => {
  it.each(['de', 'en'] as const)('has words for every disposition in %s', (language) => {
    const codes = Object.keys(DISPOSITIONS).map((code) => code.replaceAll('.', '_'))
    expect(Object.keys(FIELDWORK_WORDS[language].disposition).toSorted()).toEqual(codes.toSorted())
  })
})
