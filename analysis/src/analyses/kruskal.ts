import * as z from 'zod'
import { chiSquareUpper } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { ranksOf, tieSum } from '../statistics/ranks.ts'
import { columnIn, countPresent } from './columns.ts'
import { Code, ColumnName } from './fields.ts'
import { groupsOf } from './groups.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'

/** Kruskal and Wallis's test of independent groups. */
export const kruskal = defineMethod({
  id: 'kruskal',
  about:
    'Kruskal and Wallis’s H of independent groups, corrected for ties, p by χ²; epsilon² = H / (N − 1) and eta² = (H − k + 1) / (N − k). For pairs of groups see `posthoc` (Dunn).',
  source:
    'Kruskal & Wallis (1952), JASA 47, 583–621; Tomczak & Tomczak (2014), Trends in Sport Sciences 21, 19–25.',
  estimates: '`H`, `df`, `p`, `epsilon2`, `eta2_H`, `N`',
  fields: { variable: ColumnName, by: ColumnName, groups: z.array(Code).min(2).optional() },
  example: { variable: 'Ozone', by: 'Month' },
  run: (line, data) => {
    const groups = groupsOf(data, line).filter(({ values }) => values.length > 0)
    const all = Float64Array.from(groups.flatMap(({ values }) => [...values]))
    const [n, k] = [all.length, groups.length]
    if (k < 2) throw notDefined({ method: 'kruskal', reason: 'fewer than two groups have values' })
    const { ranks, ties } = ranksOf(all)
    const correction = 1 - tieSum(ties) / (n ** 3 - n)
    if (!(correction > 0))
      throw notDefined({ method: 'kruskal', reason: 'all values are the same' })
    let from = 0
    let sum = 0
    for (const { values } of groups) {
      const own = ranks.slice(from, from + values.length).reduce((a, b) => a + b, 0)
      sum += (own - (values.length * (n + 1)) / 2) ** 2 / values.length
      from += values.length
    }
    const h = ((12 / (n * (n + 1))) * sum) / correction
    return {
      n,
      omitted: countPresent(columnIn(data, line.by).values) - n,
      estimates: {
        ...numbersOf(Math.min(...groups.map(({ values }) => values.length)), {
          H: h,
          df: k - 1,
          p: chiSquareUpper(h, k - 1),
          epsilon2: h / (n - 1),
          eta2_H: n > k ? (h - k + 1) / (n - k) : undefined,
        }),
        N: { kind: 'count', value: n },
      },
      warnings: [],
    }
  },
})
