/** A calendar day in UTC, e.g. `2027-05-01`. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** The ISO 8601 week in UTC, e.g. `2027-W17`; the finest time kept beside an answer. */
export const weekOf = (moment: Date): string => {
  const thursday = new Date(
    Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()),
  )
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7))
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - firstOfYear) / 604_800_000) + 1
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}
