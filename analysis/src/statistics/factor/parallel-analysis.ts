import type { Matrix } from 'ml-matrix'
import { type RandomStream, rRandom } from '../../numerics/r-random.ts'
import { eigenOf, inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'
import { meanOf, varianceOf } from '../numbers.ts'
import { quantile } from '../quantile.ts'
import { type Correlations, correlationsFrom, covarianceMatrix } from './correlation-matrix.ts'

export type ParallelKind = 'components' | 'factors'
export type ParallelPlan = {
  readonly kind: ParallelKind
  readonly replicates: number
  readonly seed: number
  /** Quantile of the random eigenvalues that an observed one must exceed, e.g. 0.95. */
  readonly quantile: number
}
export type ParallelAnalysis = {
  readonly observed: readonly number[]
  readonly mean: readonly number[]
  readonly quantile: readonly number[]
  /** Monte Carlo standard error of the means. */
  readonly meanError: readonly number[]
  /** Observed eigenvalues above the quantile, up to the first that is not. */
  readonly retained: number
}

/**
 * Horn's parallel analysis: as many factors as eigenvalues exceed those of uncorrelated normal data of the same
 * size. `components` compares eigenvalues of the correlations, `factors` those with squared multiple correlations in
 * the diagonal. The random data are R's: `set.seed(seed)`, then `matrix(rnorm(n * p), n)` time after time.
 *
 * @throws notDefined if there are not more respondents than items, or the matrix is not positive definite.
 * @see Horn (1965), Psychometrika 30, 179–185, https://doi.org/10.1007/BF02289447
 * @see Glorfeld (1995), Educational and Psychological Measurement 55, 377–393, for the quantile
 */
export const parallelAnalysis = (
  { matrix, n }: Correlations,
  plan: ParallelPlan,
): ParallelAnalysis => {
  const p = matrix.rows
  if (n <= p + 1)
    throw notDefined({
      method: 'parallel-analysis',
      reason: `${n} respondents are too few for ${p} items`,
    })
  const random = rRandom(plan.seed)
  const simulated = Array.from({ length: plan.replicates }, () =>
    eigenvaluesOf(randomCorrelations(n, p, random), plan.kind),
  )
  const observed = eigenvaluesOf(matrix, plan.kind)
  const at = (i: number) => Float64Array.from(simulated, (values) => values[i] as number)
  const quantiles = observed.map((_, i) => quantile(at(i), plan.quantile))
  const below = observed.findIndex((value, i) => value <= (quantiles[i] as number))
  return {
    observed,
    mean: observed.map((_, i) => meanOf(at(i))),
    quantile: quantiles,
    meanError: observed.map((_, i) => Math.sqrt(varianceOf(at(i)) / plan.replicates)),
    retained: below < 0 ? p : below,
  }
}

const randomCorrelations = (n: number, p: number, random: RandomStream): Matrix =>
  correlationsFrom(
    covarianceMatrix(
      Array.from({ length: p }, () => {
        const item = new Float64Array(n)
        for (let row = 0; row < n; row++) item[row] = random.normal()
        return item
      }),
    ),
    'parallel-analysis',
  )

const eigenvaluesOf = (correlations: Matrix, kind: ParallelKind): readonly number[] => {
  if (kind === 'components') return eigenOf(correlations).values
  const found = inverseOf(correlations)
  if (found === undefined)
    throw notDefined({
      method: 'parallel-analysis',
      reason: 'the correlation matrix is not positive definite: an item follows from others',
    })
  const reduced = correlations.clone()
  found.inverse.diagonal().forEach((value, i) => {
    reduced.set(i, i, 1 - 1 / value)
  })
  return eigenOf(reduced).values
}
