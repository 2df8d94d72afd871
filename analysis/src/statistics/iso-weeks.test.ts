import { expect, it } from 'vitest'
import { weekOfDay, weeksBetween, weeksSince } from './iso-weeks.ts'

it.each([
  ['2027-W18', '2027-W20', 2],
  ['2026-W53', '2027-W01', 1],
  ['2025-W52', '2026-W01', 1],
  ['2027-W18', '2027-W18', 0],
])('counts weeks from %s to %s', (from, to, weeks) => expect(weeksBetween(from, to)).toBe(weeks))
it('knows what is no week', () => expect(weeksBetween('2027-W18', '18')).toBeNaN())

it.each([
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2027-05-05', '2027-W18'],
  ['2024-12-30', '2025-W01'],
])('knows the week of %s: %s', (day, week) => expect(weekOfDay(day)).toBe(week))
it('counts weeks from the Monday before a day', () => {
  expect(weeksSince('2027-05-05', '2027-05-05')).toBeCloseTo(2 / 7, 12)
  expect(weeksSince('2027-05-05', '2027-05-24')).toBe(3)
})
