import * as z from 'zod'
import { tUpperQuantile } from '../numerics/distributions.ts'
import type { Estimate } from '../result.ts'
import { designCovariance, designDegrees, surveyMean } from '../statistics/survey-design.ts'
import { Columns } from './fields.ts'
import { defineMethod } from './method.ts'
import { surveyFields } from './survey-fields.ts'
import { placeOf } from './survey-place.ts'

/** Quantiles in a complex sample. */
export const surveyQuantile = defineMethod({
  id: 'survey-quantile',
  about:
    'Quantiles in a complex sample: the smallest value that at least this share of the weights does not exceed; interval by Woodruff: the ends of the interval of the share that does not exceed it, by t, read back on the values. Design and domain as in `survey-mean`.',
  source: 'Woodruff (1952), JASA 47, 635–646; Lumley (2010), Complex Surveys, ch. 2.',
  estimates: '`quantile_v` (list), `quantile_v.ci` (matrix)',
  fields: {
    ...surveyFields,
    variables: Columns,
    probabilities: z.array(z.number().gt(0).lt(1)).min(1).default([0.25, 0.5, 0.75]),
  },
  example: { variables: ['hours'], design: { weight: 'w', strata: 'stratum' } },
  run: (line, data) => {
    const method = 'survey-quantile'
    const estimates: Record<string, Estimate> = {}
    let fewest = data.n
    for (const name of line.variables) {
      const { design, column, present, rows } = placeOf(line, name, data, method)
      fewest = Math.min(fewest, rows.length)
      const order = rows.sort((a, b) => (column.values[a] as number) - (column.values[b] as number))
      const total = order.reduce((sum, row) => sum + (design.weights[row] as number), 0)
      const at = (p: number): number => {
        let below = 0
        for (const [i, row] of order.entries()) {
          below += design.weights[row] as number
          const value = column.values[row] as number
          if (column.values[order[i + 1] as number] !== value && below >= p * total * (1 - 1e-14))
            return value
        }
        return column.values[order.at(-1) as number] as number
      }
      const df = designDegrees(design, present)
      const found = line.probabilities.map(at)
      const ends = found.map((value) => {
        const { value: share, influence } = surveyMean(
          column.values.map((other) => Number(other <= value)),
          design,
          present,
        )
        const se = Math.sqrt(
          designCovariance([influence], design, method, present)[0]?.[0] as number,
        )
        const reach = df > 0 ? tUpperQuantile(0.025, df) * se : Number.NaN
        return [share - reach, share + reach].map((end) => (end > 0 && end < 1 ? at(end) : null))
      })
      estimates[`quantile_${name}`] = { kind: 'list', values: found, base: rows.length }
      estimates[`quantile_${name}.ci`] = { kind: 'matrix', values: ends, base: rows.length }
    }
    return { n: fewest, omitted: data.n - fewest, estimates, warnings: [] }
  },
})
