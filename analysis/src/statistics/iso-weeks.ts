const WEEK = 7 * 24 * 60 * 60 * 1000

/**
 * Weeks from one ISO 8601 week to another, e.g. `2026-W52` to `2027-W01`: 1, or 2 in a year of 53 weeks.
 * NaN if one of them is no week.
 */
export const weeksBetween = (from: string, to: string): number =>
  (mondayOf(to) - mondayOf(from)) / WEEK

/** Monday of an ISO week in milliseconds UTC: week 1 holds the 4th of January. */
const mondayOf = (week: string): number => {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  const fourth = Date.UTC(Number(year), 0, 4)
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7
  return fourth - weekday * (WEEK / 7) + (Number(number) - 1) * WEEK
}
