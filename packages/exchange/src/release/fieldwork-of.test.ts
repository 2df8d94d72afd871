import { describe, expect, it } from 'vitest'
import { dayOfWeek } from './fieldwork-of.ts'

describe('dayOfWeek', () => {
  it.each([
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2027-W18', '2027-05-03', '2027-05-09'],
  ])('%s runs from %s to %s', (week, monday, sunday) => {
    expect(dayOfWeek(week, 'monday')).toBe(monday)
    expect(dayOfWeek(week, 'sunday')).toBe(sunday)
  })

  it('knows no day of what is no week', () => {
    expect(dayOfWeek('2027-05', 'monday')).toBeUndefined()
  })
})
