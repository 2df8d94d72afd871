import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import type { PlanFault } from '../problems.ts'
import { columnIn } from './columns.ts'
import { ColumnName } from './fields.ts'

const Rating = z.union([z.number(), z.string(), z.null()])

/** Ratings: columns, one a rater, or given in the line by rows. */
export const ratingFields = {
  raters: z.array(ColumnName).min(2).optional(),
  ratings: z.array(z.array(Rating)).min(1).optional(),
}
type RatingLine = {
  readonly raters?: readonly string[] | undefined
  readonly ratings?: readonly (readonly (number | string | null)[])[] | undefined
}

export type Ratings = {
  /** Raters × units; texts became codes 1, 2 … in the order of the alphabet, over all raters; NaN where missing. */
  readonly values: readonly Float64Array[]
  readonly scale: 'numbers' | 'texts'
  readonly labelOf: (code: number) => string
}

export const ratingFaults = ({ raters, ratings }: RatingLine): readonly PlanFault[] => [
  ...((raters === undefined) === (ratings === undefined)
    ? [
        {
          path: '',
          message: 'one source of ratings, not two and not none',
          remedy: 'give "raters" (columns) or "ratings" (rows of numbers)',
        },
      ]
    : []),
  ...(ratings?.some((row) => row.length !== ratings[0]?.length)
    ? [
        {
          path: 'ratings',
          message: 'rows of different length',
          remedy: 'write null where a rating is missing',
        },
      ]
    : []),
]

/** Ratings of the columns, or the rows of the line, a rater each. */
export const ratingsOf = ({ raters, ratings }: RatingLine, data: Prepared): Ratings => {
  const cells = ratings ?? (raters ?? []).map((name) => textsOf(data, name))
  const present = cells.flat().filter((cell) => cell !== null)
  if (present.every((cell) => typeof cell === 'number'))
    return {
      values: cells.map((row) =>
        Float64Array.from(row, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
      ),
      scale: 'numbers',
      labelOf: String,
    }
  const texts = [...new Set(present.map(String))].sort()
  const codes = new Map(texts.map((text, i) => [text, i + 1]))
  return {
    values: cells.map((row) =>
      Float64Array.from(row, (cell) =>
        cell === null ? Number.NaN : (codes.get(String(cell)) as number),
      ),
    ),
    scale: 'texts',
    labelOf: (code) => texts[code - 1] as string,
  }
}

/** A column's numbers, or its texts as they were read. */
const textsOf = (data: Prepared, name: string): readonly (number | string | null)[] => {
  const { values, levels } = columnIn(data, name)
  return Array.from(values, (value) =>
    Number.isNaN(value) ? null : levels === undefined ? value : (levels[value - 1] as string),
  )
}
