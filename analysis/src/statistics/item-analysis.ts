import { Matrix } from 'ml-matrix'
import { normalUpperQuantile } from '../numerics/distributions.ts'
import { inverseOf } from '../numerics/symmetric.ts'
import { notDefined } from '../problems.ts'
import { type ItemMoments, itemMoments } from './item-moments.ts'
import { type Numbers, sumOf } from './numbers.ts'
import { quantile } from './quantile.ts'

export type Reliability = {
  readonly alpha: number
  readonly standardized: number
  /** Guttman's λ6 from squared multiple correlations. */
  readonly guttman6: number
  readonly averageCorrelation: number
  readonly medianCorrelation: number
  /** Asymptotic standard error of alpha. */
  readonly standardError: number
  readonly alphaLow: number
  readonly alphaHigh: number
  /** Mean and spread of respondents' mean of valid items. */
  readonly mean: number
  readonly sd: number
  readonly items: readonly {
    readonly n: number
    readonly mean: number
    readonly sd: number
    readonly alphaWithout: number
    readonly standardizedWithout: number
    /** With the mean of all valid items. */
    readonly total: number
    /** With the sum of the standardised items. */
    readonly standardizedTotal: number
    /** The same, the item's own share replaced by its squared multiple correlation. */
    readonly corrected: number
    /** With the sum of the others. */
    readonly rest: number
  }[]
}

/**
 * Alpha and item statistics from covariances, as psych::alpha: of complete respondents, or of all answers pair by
 * pair (then `items` may hold NaN). Reversed items are already turned.
 *
 * Where an item follows from others, what is made of squared multiple correlations is NaN.
 *
 * @throws notDefined with fewer than two items, an item without spread, or a pair without common answers.
 * @see Cronbach (1951), Psychometrika 16, 297–334; Guttman (1945), Psychometrika 10, 255–282
 * @see Duhachek & Iacobucci (2004), Journal of Applied Psychology 89, 792–808, for the standard error
 */
export const reliabilityOf = (items: readonly Numbers[]): Reliability =>
  reliabilityFrom(itemMoments(items))

/** The same from what is known of the items. */
export const reliabilityFrom = (moments: ItemMoments): Reliability => {
  const { items, n, score } = moments
  const k = items.length
  const refuse = (reason: string) => notDefined({ method: 'alpha', reason })
  if (k < 2 || n < 3) throw refuse('fewer than two items or three respondents')
  const { covariances, correlations } = pairwise(moments)
  if (covariances.diagonal().some((variance) => !(variance > 0)))
    throw refuse('an item on which all answers are the same')
  if (correlations.to1DArray().some((value) => !Number.isFinite(value)))
    throw refuse('two items that nobody answered together')
  // An item that follows from others has no squared multiple correlation; alpha needs none.
  const squaredMultiple =
    inverseOf(correlations)
      ?.inverse.diagonal()
      .map((value) => 1 - 1 / value) ?? new Array<number>(k).fill(Number.NaN)
  const total = correlations.sum()
  const pairs = Array.from({ length: k }, (_, i) => i).flatMap((i) =>
    Array.from({ length: i }, (_, j) => correlations.get(i, j)),
  )
  const alpha = alphaFrom(covariances)
  const standardError = Math.sqrt(alphaVariance(covariances) / n)
  const reach = normalUpperQuantile(0.025) * standardError
  const corrected = correlations.clone()
  squaredMultiple.forEach((value, i) => {
    corrected.set(i, i, value)
  })
  return {
    alpha,
    standardized: alphaFrom(correlations),
    guttman6: 1 - (k - sumOf(squaredMultiple)) / total,
    averageCorrelation: (total - k) / (k * (k - 1)),
    medianCorrelation: quantile(pairs, 0.5),
    standardError,
    alphaLow: alpha - reach,
    alphaHigh: alpha + reach,
    mean: score.mean,
    sd: Math.sqrt(score.variance),
    items: items.map((item, i) => {
      const others = items.flatMap((_, j) => (j === i ? [] : [j]))
      const rest = covariances.selection(others, others)
      const { variance } = item
      return {
        n: item.n,
        mean: item.mean,
        sd: Math.sqrt(variance),
        alphaWithout: k > 2 ? alphaFrom(rest) : Number.NaN,
        standardizedWithout: k > 2 ? alphaFrom(correlations.selection(others, others)) : Number.NaN,
        total: moments.withScore(i),
        standardizedTotal: sumOf(correlations.getRow(i)) / Math.sqrt(total),
        corrected: sumOf(corrected.getRow(i)) / Math.sqrt(corrected.sum()),
        rest: (sumOf(covariances.getRow(i)) - variance) / Math.sqrt(variance * rest.sum()),
      }
    }),
  }
}

const alphaFrom = (covariances: Matrix): number => {
  const k = covariances.rows
  return (k / (k - 1)) * (1 - covariances.trace() / covariances.sum())
}

const alphaVariance = (covariances: Matrix): number => {
  const k = covariances.rows
  const [sum, trace] = [covariances.sum(), covariances.trace()]
  const squared = covariances.mmul(covariances)
  return (
    ((2 * k * k) / ((k - 1) ** 2 * sum ** 3)) *
    (sum * (squared.trace() + trace ** 2) - 2 * trace * squared.sum())
  )
}

/** Covariances over the respondents who answered both items, variances over all who answered the item. */
const pairwise = ({ items, covariance }: ItemMoments) => {
  const k = items.length
  const covariances = Matrix.zeros(k, k)
  const correlations = Matrix.eye(k)
  for (const [i, { variance }] of items.entries()) {
    covariances.set(i, i, variance)
    for (let j = 0; j < i; j++) {
      const both = covariance(i, j)
      const correlation = both / Math.sqrt(covariances.get(i, i) * covariances.get(j, j))
      covariances.set(i, j, both)
      covariances.set(j, i, both)
      correlations.set(i, j, correlation)
      correlations.set(j, i, correlation)
    }
  }
  return { covariances, correlations }
}
