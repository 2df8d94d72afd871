import type { Release } from './release-of.ts'

/** When and how answers came, without any count. */
export type Fieldwork = {
  /** ISO 8601 weeks of the first and the last answer; undefined once weeks have been dropped. */
  readonly weeks: { readonly first: string; readonly last: string } | undefined
  readonly modes: readonly string[]
  readonly languages: readonly string[]
}

/** Goes once through the responses for the span of weeks, the modes and the languages that occur. */
export const fieldworkOf = async (release: Release): Promise<Fieldwork> => {
  const found = { week: new Set<string>(), mode: new Set<string>(), language: new Set<string>() }
  for await (const { columns } of release.groups(['week', 'mode', 'language']))
    for (const name of ['week', 'mode', 'language'] as const)
      for (const cell of columns[name] ?? []) if (typeof cell === 'string') found[name].add(cell)
  const weeks = [...found.week].sort()
  const first = weeks[0]
  const last = weeks.at(-1)
  return {
    weeks: first === undefined || last === undefined ? undefined : { first, last },
    modes: [...found.mode].sort(),
    languages: [...found.language].sort(),
  }
}

/** First or last day of an ISO 8601 week, e.g. `2027-W18`; undefined if it is none. */
export const dayOfWeek = (week: string, day: 'monday' | 'sunday'): string | undefined => {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  if (year === undefined || number === undefined) return undefined
  // The fourth of January lies in the first week.
  const fourth = new Date(Date.UTC(Number(year), 0, 4))
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + 7 * (Number(number) - 1)
  const at = new Date(Date.UTC(Number(year), 0, monday + (day === 'monday' ? 0 : 6)))
  return at.toISOString().slice(0, 10)
}
