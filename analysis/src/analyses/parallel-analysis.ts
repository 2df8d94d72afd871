import * as z from 'zod'
import { parallelAnalysis as runParallel } from '../statistics/factor/parallel-analysis.ts'
import { correlationInput, correlationsOf, valuesOf } from './correlations-of.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
import { defineMethod } from './method.ts'

/** Number of factors by Horn's parallel analysis. Unweighted, listwise. */
export const parallelAnalysis = defineMethod({
  id: 'parallel-analysis',
  about:
    'Horn’s parallel analysis: eigenvalues of the correlations (`components`), or with squared multiple correlations in the diagonal (`factors`), beside those of uncorrelated normal data of the same size. Kept are those above the quantile, up to the first that is not. The random data are R’s after set.seed(seed), matrix(rnorm(n·p), n) replicate by replicate.',
  source:
    'Horn (1965), Psychometrika 30, 179–185; Glorfeld (1995), Educational and Psychological Measurement 55, 377–393; Humphreys & Montanelli (1975), Multivariate Behavioral Research 10, 193–205, for factors.',
  estimates:
    '`eigenvalues`, `parallel.mean`, `parallel.q95` (by the quantile, e.g. `q99`), `parallel.mc_se_of_mean` (lists), `parallel.reps`, `parallel.factors_retained_components` or `parallel.factors_retained_factors`; `retained`',
  fields: {
    items: z.array(ColumnName).min(3),
    kind: z.enum(['components', 'factors']).default('components'),
    replicates: z.int().min(20).max(10_000).default(1000),
    seed: z.int().default(42),
    quantile: z.number().gt(0.5).lt(1).default(0.95),
    /** For data that are a correlation matrix. */
    correlations: correlationInput.optional(),
  },
  example: { items: ['hres_1', 'hres_2', 'hres_4', 'tru_1', 'tru_2', 'tru_4'] },
  run: (line, data) => {
    const read = correlationsOf(valuesOf(line.items, data), {
      method: 'parallel-analysis',
      given: line.correlations,
    })
    const found = runParallel(read, line)
    const { n, omitted } = read
    return {
      n,
      omitted,
      estimates: estimatesOf(
        {
          retained: found.retained,
          eigenvalues: found.observed,
          parallel: {
            mean: found.mean,
            [`q${Number((line.quantile * 100).toPrecision(6))}`]: found.quantile,
            mc_se_of_mean: found.meanError,
            reps: line.replicates,
            [`factors_retained_${line.kind}`]: found.retained,
          },
        },
        n,
      ),
      warnings: found.retained === 0 ? ['no eigenvalue exceeds those of random data'] : [],
    }
  },
})
