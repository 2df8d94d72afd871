import { Matrix } from 'ml-matrix'
import { normalUpperQuantile } from '../numerics/distributions.ts'
import { inverseOf } from '../numerics/symmetric.ts'
import { notDefined } from '../problems.ts'
import { meanOf, type Numbers, presentIn, sumOf, varianceOf } from './numbers.ts'
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
export const reliabilityOf = (items: readonly Numbers[]): Reliability => {
  const k = items.length
  const n = items[0]?.length ?? 0
  const refuse = (reason: string) => notDefined({ method: 'alpha', reason })
  if (k < 2 || n < 3) throw refuse('fewer than two items or three respondents')
  const { covariances, correlations } = pairwise(items)
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
  const scores = Float64Array.from({ length: n }, (_, row) =>
    meanOf(presentIn(items.map((item) => item[row] as number))),
  ).filter((score) => !Number.isNaN(score))
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
    mean: meanOf(scores),
    sd: Math.sqrt(varianceOf(scores)),
    items: items.map((item, i) => {
      const others = items.flatMap((_, j) => (j === i ? [] : [j]))
      const rest = covariances.selection(others, others)
      const present = presentIn(item)
      const variance = covariances.get(i, i)
      return {
        n: present.length,
        mean: meanOf(present),
        sd: Math.sqrt(varianceOf(present)),
        alphaWithout: k > 2 ? alphaFrom(rest) : Number.NaN,
        standardizedWithout: k > 2 ? alphaFrom(correlations.selection(others, others)) : Number.NaN,
        total: correlationWithMean(items, item),
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
const pairwise = (items: readonly Numbers[]) => {
  const k = items.length
  const covariances = Matrix.zeros(k, k)
  const correlations = Matrix.eye(k)
  for (let i = 0; i < k; i++) {
    covariances.set(i, i, varianceOf(presentIn(items[i] as Numbers)))
    for (let j = 0; j < i; j++) {
      const { covariance } = momentsOf(items[i] as Numbers, items[j] as Numbers)
      const correlation = covariance / Math.sqrt(covariances.get(i, i) * covariances.get(j, j))
      covariances.set(i, j, covariance)
      covariances.set(j, i, covariance)
      correlations.set(i, j, correlation)
      correlations.set(j, i, correlation)
    }
  }
  return { covariances, correlations }
}

const momentsOf = (a: Numbers, b: Numbers) => {
  const rows = Array.from({ length: a.length }, (_, row) => row).filter(
    (row) => !Number.isNaN(a[row]) && !Number.isNaN(b[row]),
  )
  const [x, y] = [a, b].map((item) => Float64Array.from(rows, (row) => item[row] as number)) as [
    Float64Array,
    Float64Array,
  ]
  const [meanX, meanY] = [meanOf(x), meanOf(y)]
  const covariance =
    sumOf(x.map((value, i) => (value - meanX) * ((y[i] as number) - meanY))) / (rows.length - 1)
  return { covariance, correlation: covariance / Math.sqrt(varianceOf(x) * varianceOf(y)) }
}

const correlationWithMean = (items: readonly Numbers[], item: Numbers): number => {
  const scores = Float64Array.from(item, (_, row) =>
    meanOf(presentIn(items.map((other) => other[row] as number))),
  )
  return momentsOf(item, scores).correlation
}

/** Correlation of the halves of odd and even items, stepped up by Spearman and Brown's formula; complete items. */
export const oddEvenReliability = (items: readonly Numbers[]): number => {
  const half = (of: 0 | 1) =>
    Float64Array.from(items[0] as Numbers, (_, row) =>
      sumOf(items.filter((__, i) => i % 2 === of).map((item) => item[row] as number)),
    )
  const r = momentsOf(half(0), half(1)).correlation
  return (2 * r) / (1 + r)
}
