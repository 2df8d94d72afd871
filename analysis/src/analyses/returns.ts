import * as z from 'zod'
import { notDefined } from '../problems.ts'
import { weekOfDay, weeksBetween } from '../statistics/iso-weeks.ts'
import { columnIn } from './columns.ts'
import { ColumnName } from './fields.ts'
import { binned } from './histogram.ts'
import { defineMethod } from './method.ts'

/** When answers came: respondents by week of the survey. Unweighted. */
export const returns = defineMethod({
  id: 'returns',
  about:
    'Number of respondents by week of their last answer, counted from the week of the first letter on (`since`) or else from the first answer’s; a week with one to four is joined with its smaller neighbour. Weeks stand in a freeze only until they are dropped.',
  source: 'ISO 8601, week dates.',
  estimates: 'list `edges.weeks` (weeks since the first, 0 its beginning); table `weeks`',
  fields: {
    column: ColumnName.default('week'),
    /** Day of the first letter, ISO 8601. */
    since: z.iso.date().optional(),
  },
  example: { column: 'week' },
  run: ({ column, since }, data) => {
    const { values, levels = [] } = columnIn(data, column)
    const weeks = Array.from(values, (value) => levels[value - 1])
    const [first] = weeks.filter((week) => week !== undefined).sort()
    if (first === undefined)
      throw notDefined({ method: 'returns', reason: 'no respondent has a week' })
    const strange = weeks.find(
      (week) => week !== undefined && Number.isNaN(weeksBetween(week, week)),
    )
    if (strange !== undefined)
      throw notDefined({
        method: 'returns',
        reason: `“${strange}” is no ISO week such as 2027-W17`,
      })
    const start = since === undefined ? first : weekOfDay(since)
    const places = weeks.map((week) =>
      week === undefined ? Number.NaN : Math.max(0, weeksBetween(start, week)),
    )
    const last = Math.max(...places.filter((place) => !Number.isNaN(place)))
    const edges = Array.from({ length: last + 2 }, (_, i) => i)
    // The last edge belongs to the last bin, so each week counts at its middle.
    const middles = Float64Array.from(places, (place) => place + 0.5)
    return binned([{ name: 'weeks', values: middles }], edges, data)
  },
})
