const WEEK = 7 * 24 * 60 * 60 * 1000

/**
 * Weeks from one ISO 8601 week to another, e.g. `2026-W52` to `2027-W01`: 1, or 2 in a year of 53 weeks.
 * NaN if one of them is no week.
 */
export const weeksBetween = (from: string, to: string): number =>
  (mondayOf(to) - mondayOf(from)) / WEEK

/**
 * Weeks from the Monday of the week of a day to another day, both ISO 8601: `2027-05-05`, a Wednesday, lies 2/7 after its own
 * Monday.
 */
export const weeksSince = (from: string, day: string): number =>
  (Date.parse(day) - mondayBefore(from)) / WEEK

/** The ISO week of a day: that of its Thursday. */
export const weekOfDay = (day: string): string => {
  const thursday = new Date(mondayBefore(day) + (3 * WEEK) / 7)
  const year = thursday.getUTCFullYear()
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK)
  return `${year}-W${String(number).padStart(2, '0')}`
}

const mondayBefore = (day: string): number => {
  const at = Date.parse(day)
  return at - ((new Date(at).getUTCDay() + 6) % 7) * (WEEK / 7)
}

/** Monday of an ISO week in milliseconds UTC: week 1 holds the 4th of January. */
const mondayOf = (week: string): number => {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  const fourth = Date.UTC(Number(year), 0, 4)
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7
  return fourth - weekday * (WEEK / 7) + (Number(number) - 1) * WEEK
}
