import { chiSquareUpper } from '../numerics/distributions.ts'
import { qrOf } from '../numerics/qr.ts'
import { notDefined } from '../problems.ts'
import { emMoments, patternsOf } from '../statistics/em-moments.ts'
import { columnIn } from './columns.ts'
import { Columns } from './fields.ts'
import { defineMethod } from './method.ts'

/** Little's test of missing completely at random. */
export const littleMcar = defineMethod({
  id: 'little-mcar',
  about:
    'Little’s test whether values are missing completely at random: do the means of the patterns of missing values differ from those of all (EM), by χ².',
  source: 'Little (1988), JASA 83, 1198–1202.',
  estimates: '`chi2`, `df`, `p`, `patterns`, `n`',
  fields: { variables: Columns },
  example: { variables: ['NET', 'SEF', 'TRU'] },
  run: ({ variables }, data) => {
    const method = 'little-mcar'
    const columns = variables.map((name) => columnIn(data, name).values)
    const patterns = patternsOf(columns).filter(({ seen }) => seen.length > 0)
    if (patterns.length < 2)
      throw notDefined({
        method,
        reason: 'all have the same values missing; there is nothing to compare',
      })
    const { mean, covariance, n } = emMoments(columns, variables, method)
    let chi2 = 0
    let df = -variables.length
    for (const { seen, rows } of patterns) {
      df += seen.length
      const away = Float64Array.from(
        seen,
        (j) =>
          rows.reduce((sum, row) => sum + ((columns[j] as Float64Array)[row] as number), 0) /
            rows.length -
          (mean[j] as number),
      )
      const solved = qrOf(
        seen.map((a) =>
          Float64Array.from(seen, (b) => ((covariance[b]?.[a] as number) * n) / (n - 1)),
        ),
        1e-13,
      ).solve(away)
      chi2 +=
        rows.length * away.reduce((sum, value, k) => sum + value * (solved[k] ?? Number.NaN), 0)
    }
    if (df < 1)
      throw notDefined({ method, reason: 'the patterns share no variable beyond the means' })
    return {
      n,
      omitted: data.n - n,
      estimates: {
        n: { kind: 'count', value: n },
        chi2: { kind: 'coefficient', value: chi2, base: n },
        df: { kind: 'constant', value: df },
        p: { kind: 'coefficient', value: chiSquareUpper(Math.max(0, chi2), df), base: n },
        patterns: { kind: 'constant', value: patterns.length },
      },
      warnings: [],
    }
  },
})
