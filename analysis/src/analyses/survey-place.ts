import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { columnIn } from './columns.ts'
import { surveyOf } from './survey-fields.ts'

type Place = Parameters<typeof surveyOf>[0]

/** Values of a variable, the design, and who has a value. */
export const placeOf = (line: Place, variable: string, data: Prepared, method: string) => {
  const { design, inside } = surveyOf(line, data, method)
  const column = columnIn(data, variable)
  const present = (row: number) =>
    inside(row) && design.weights[row] !== 0 && !Number.isNaN(column.values[row])
  const rows = Array.from(column.values, (_, row) => row).filter(present)
  if (rows.length === 0)
    throw notDefined({ method, reason: `nobody in the domain has a value of ${variable}` })
  return { design, column, present, rows }
}
