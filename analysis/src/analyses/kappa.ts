import { kappa as kappaOf, type WeightedKappa } from '@echolot/agreement'
import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { estimatesOf, type Tree } from './estimates-of.ts'
import { Code, Counts } from './fields.ts'
import { defineMethod } from './method.ts'
import { ratingFields, ratingsOf } from './ratings-of.ts'

/** Agreement of two raters on categories. */
export const kappa = defineMethod({
  id: 'kappa',
  about:
    'Cohen’s kappa of two raters, (po − pe) / (1 − pe), unweighted, with linear and quadratic weights by the order of the categories, and with disagreements of one’s own; standard errors and intervals after Fleiss, Cohen and Everitt; the largest kappa the margins allow, PABAK and Gwet’s AC1.',
  source:
    'Cohen (1960), Educational and Psychological Measurement 20, 37–46; Cohen (1968), Psychological Bulletin 70, 213–220; Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323–327; Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48.',
  estimates:
    '`table` (matrix), `N`, `po`, `pe`, `kappa` (`.low`, `.high`), `kappa_ase`, `kappa_ci95`, `weighted_linear`, `weighted_linear_ase`, `weighted_linear_ci95`, `weighted_quadratic`, `weighted_quadratic_ase`, `weighted_quadratic_ci95`, `weighted_custom`, `pabak`, `kappa_max`, `gwet_ac1`',
  fields: {
    raters: ratingFields.raters,
    /** Counts, first rater by second, instead of columns. */
    table: Counts.optional(),
    /** All categories in their order; those that were used unless given. */
    categories: z.array(Code).min(2).optional(),
    /** How bad it is if the first says the row and the second the column; 0 is agreement. */
    disagreement: z.array(z.array(z.number().nonnegative())).min(2).optional(),
  },
  example: {
    table: [
      [20, 5],
      [10, 15],
    ],
  },
  faults: (line) => {
    if ((line.raters === undefined) === (line.table === undefined))
      return [
        {
          path: '',
          message: 'one source of ratings, not two and not none',
          remedy: 'give "raters" (two columns) or "table"',
        },
      ]
    return line.raters !== undefined && line.raters.length !== 2
      ? [
          {
            path: 'raters',
            message: 'kappa is of two raters',
            remedy: 'use "fleiss" or "krippendorff" for more',
          },
        ]
      : []
  },
  run: (line, data) => {
    const { table, labels, omitted, warnings } = tableOf(line, data)
    const found = kappaOf(table, line.disagreement)
    const { n } = found
    return {
      n,
      omitted,
      estimates: {
        ...estimatesOf(
          {
            N: n,
            po: found.agreement,
            pe: found.chance,
            ...kappaTree('kappa', found.unweighted),
            ...(found.linear ? kappaTree('weighted_linear', found.linear) : {}),
            ...(found.quadratic ? kappaTree('weighted_quadratic', found.quadratic) : {}),
            weighted_custom: found.custom,
            pabak: found.adjusted,
            kappa_max: found.maximum,
            gwet_ac1: found.gwet,
          },
          n,
        ),
        kappa: {
          kind: 'coefficient',
          value: found.unweighted.value,
          low: found.unweighted.low,
          high: found.unweighted.high,
          base: n,
        },
        table: {
          kind: 'matrix',
          rows: labels,
          cols: labels,
          values: table,
          base: n,
          of: 'count',
        },
      },
      warnings,
    }
  },
})

const kappaTree = (name: string, { value, standardError, low, high }: WeightedKappa): Tree => ({
  [name]: value,
  [`${name}_ase`]: standardError,
  [`${name}_ci95`]: [low, high],
})

type Line = {
  readonly raters?: readonly string[] | undefined
  readonly table?: readonly (readonly number[])[] | undefined
  readonly categories?: readonly (number | string)[] | undefined
}

const tableOf = ({ raters, table, categories }: Line, data: Prepared) => {
  if (table !== undefined)
    return {
      table,
      labels: (categories ?? table.map((_, i) => i + 1)).map(String),
      omitted: 0,
      warnings: [],
    }
  const { values, scale, labelOf } = ratingsOf({ raters }, data)
  const [first, second] = values as readonly [Float64Array, Float64Array]
  const both = Array.from({ length: data.n }, (_, i) => i).filter(
    (i) => !Number.isNaN(first[i]) && !Number.isNaN(second[i]),
  )
  const used = [...new Set(both.flatMap((i) => [first[i] as number, second[i] as number]))].sort(
    (a, b) => a - b,
  )
  const labels = categories?.map(String) ?? used.map(labelOf)
  const foreign = used.map(labelOf).find((label) => !labels.includes(label))
  if (foreign !== undefined)
    throw notDefined({ method: 'kappa', reason: `“${foreign}” was rated but is no category` })
  const counts = labels.map(() => labels.map(() => 0))
  for (const i of both) {
    const row = counts[labels.indexOf(labelOf(first[i] as number))] as number[]
    const column = labels.indexOf(labelOf(second[i] as number))
    row[column] = (row[column] as number) + 1
  }
  return {
    table: counts,
    labels,
    omitted: data.n - both.length,
    warnings:
      scale === 'texts' && categories === undefined && labels.length > 2
        ? [
            'categories stand in the order of the alphabet; weighted kappas need "categories" in theirs',
          ]
        : [],
  }
}
