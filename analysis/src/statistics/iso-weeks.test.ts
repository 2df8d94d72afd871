import { expect, it } from 'vitest'
import { weeksBetween } from './iso-weeks.ts'

it.each([
  ['2027-W18', '2027-W20', 2],
  ['2026-W53', '2027-W01', 1],
  ['2025-W52', '2026-W01', 1],
  ['2027-W18', '2027-W18', 0],
])('counts weeks from %s to %s', (from, to, weeks) => expect(weeksBetween(from, to)).toBe(weeks))
it('knows what is no week', () => expect(weeksBetween('2027-W18', '18')).toBeNaN())
