import { describe, expect, it } from 'vitest'
import { spssSeconds } from './spss-time.ts'

describe('spssSeconds', () => {
  it.each([
    ['1582-10-14', 0],
    ['1582-10-15', 86_400],
    ['1970-01-01', 12_219_379_200],
    ['2027-05-01T09:30', 14_028_543_000],
    ['2027-05-01T09:30:15.5', 14_028_543_015],
  ])('%s is %d', (text, seconds) => expect(spssSeconds(text)).toBe(seconds))

  it.each([
    '2027-02-29',
    '2027-13-01',
    '01.05.2027',
    '2027-05',
    '',
    '2027-05-01T24:00',
    '1500-01-01',
  ])('%s is no moment of its calendar', (text) => expect(spssSeconds(text)).toBeUndefined())
})
