import type { ItemStatistic, Shown } from '@echolot/contract/items'
import type { listReleasedResults } from '../store/reports.ts'

type Report = Awaited<ReturnType<typeof listReleasedResults>>[number]

/** A report's results, as far as they are looked at here. */
type Results = {
  readonly protected?: boolean
  readonly analyses?: readonly {
    readonly method: string
    readonly n: Shown
    readonly omitted: Shown
    readonly estimates: Readonly<Record<string, Shown>>
    readonly tables?: Readonly<Record<string, NonNullable<ItemStatistic['table']>>>
  }[]
}

/**
 * What a released report shows of these variables. Its numbers have passed disclosure control; results that say they
 * have not are left out.
 */
export const itemStatisticsOf = (
  report: Report,
  variables: ReadonlySet<string>,
): readonly ItemStatistic[] => {
  const { protected: isProtected, analyses = [] } = JSON.parse(report.results) as Results
  if (isProtected !== true || report.released_on === null) return []
  const { title, study, wave, released_on: releasedOn } = report
  return analyses.flatMap(({ method, n, omitted, estimates, tables }) =>
    [...variables].flatMap((variable): ItemStatistic[] => {
      const own = Object.entries(estimates).filter(([key]) => isOf(key, variable))
      const table = tables?.[variable] ?? null
      return own.length === 0 && table === null
        ? []
        : [
            {
              ...{ report: title, study, wave, releasedOn, variable, method, n, omitted, table },
              estimates: Object.fromEntries(own),
            },
          ]
    }),
  )
}

/** `mood`, `mood:3`, `mood.low` are of `mood`; `mood_2` is not. */
const isOf = (key: string, variable: string): boolean =>
  key === variable || key.startsWith(`${variable}:`) || key.startsWith(`${variable}.`)
