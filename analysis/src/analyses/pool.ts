import * as z from 'zod'
import { tTwoSided, tUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { poolEstimates } from '../statistics/pool-estimates.ts'
import { defineMethod } from './method.ts'

/** Estimates of several imputed data sets as one. */
export const pool = defineMethod({
  id: 'pool',
  about:
    'Pools the estimates of several imputed data sets by Rubin’s rules, with the degrees of freedom of Barnard and Rubin.',
  source:
    'Rubin (1987), Multiple Imputation for Nonresponse in Surveys; Barnard & Rubin (1999), Biometrika 86, 948–955.',
  estimates:
    '`qbar`, `ubar`, `b`, `t`, `se`, `df`, `r`, `lambda`, `fmi`, `ci95` (list), `statistic`, `p`, `m`',
  fields: {
    /** Estimates, one a data set. */
    q: z.array(z.number()).min(1),
    /** Their variances: squared standard errors. */
    u: z.array(z.number().min(0)).min(1),
    /** Respondents of a data set; endless without. */
    n: z.int().positive().optional(),
    /** Parameters of the model. */
    k: z.int().positive().default(1),
  },
  example: { q: [26.1, 27.3, 25.9], u: [1.1, 0.9, 1.3], n: 250, k: 1 },
  faults: ({ q, u }) =>
    q.length === u.length
      ? []
      : [
          {
            path: 'u',
            message: `${u.length} variances for ${q.length} estimates`,
            remedy: 'give one for each',
          },
        ],
  run: ({ q, u, n, k }) => {
    if (q.length < 2) throw notDefined({ method: 'pool', reason: 'one data set cannot be pooled' })
    if (n !== undefined && n <= k)
      throw notDefined({
        method: 'pool',
        reason: `${n} respondents are too few for ${k} parameters`,
      })
    const found = poolEstimates(q, u, n === undefined ? Number.POSITIVE_INFINITY : n - k)
    if (found.t === 0)
      throw notDefined({
        method: 'pool',
        reason: 'neither within nor between the data sets is there variance',
      })
    const se = Math.sqrt(found.t)
    const reach = se * tUpperQuantile(0.025, found.df)
    const statistic = found.qbar / se
    const constant = (value: number) => ({ kind: 'constant', value }) as const
    return {
      n: n ?? 0,
      omitted: 0,
      estimates: {
        ...Object.fromEntries(
          Object.entries(found).map(([name, value]) => [name, constant(value)]),
        ),
        se: constant(se),
        ci95: {
          kind: 'list',
          values: [found.qbar - reach, found.qbar + reach],
          base: n ?? Number.MAX_SAFE_INTEGER,
        },
        statistic: constant(statistic),
        p: constant(tTwoSided(statistic, found.df)),
        m: constant(q.length),
      },
      warnings: [],
    }
  },
})
