import { emMoments } from '../statistics/em-moments.ts'
import { columnIn } from './columns.ts'
import { estimatesOf } from './estimates-of.ts'
import { Columns } from './fields.ts'
import { defineMethod } from './method.ts'

/** Means and covariances by maximum likelihood with missing values. */
export const em = defineMethod({
  id: 'em',
  about:
    'Means and covariances by maximum likelihood under normality with values missing at random, by the EM algorithm (covariances divided by n).',
  source:
    'Dempster, Laird & Rubin (1977), JRSS B 39, 1–38; Little & Rubin (2019), Statistical Analysis with Missing Data, ch. 11.',
  estimates: '`mean.v`, `cov` (matrix), `sd.v`, `cor` (matrix), `iterations`, `n`',
  fields: { variables: Columns },
  example: { variables: ['NET', 'SEF', 'TRU'] },
  run: ({ variables }, data) => {
    const found = emMoments(
      variables.map((name) => columnIn(data, name).values),
      variables,
      'em',
    )
    const { covariance, n } = found
    const spread = covariance.map((row, j) => Math.sqrt(row[j] as number))
    const matrix = (values: readonly (readonly number[])[]) =>
      ({ kind: 'matrix', rows: variables, cols: variables, values, base: n }) as const
    return {
      n,
      omitted: data.n - n,
      estimates: {
        n: { kind: 'count', value: n },
        ...estimatesOf(
          {
            mean: Object.fromEntries(variables.map((name, j) => [name, found.mean[j] as number])),
            sd: Object.fromEntries(variables.map((name, j) => [name, spread[j] as number])),
          },
          n,
        ),
        cov: matrix(covariance.map((row) => [...row])),
        cor: matrix(
          covariance.map((row, a) => [
            ...row.map((value, b) => value / ((spread[a] as number) * (spread[b] as number))),
          ]),
        ),
        iterations: { kind: 'constant', value: found.iterations },
      },
      warnings: data.n > n ? [`${data.n - n} without any of the values are left out`] : [],
    }
  },
})
