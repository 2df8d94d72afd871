import { meanOf, type Numbers, presentIn, sumOf, varianceOf } from './numbers.ts'

/** What reliability needs to know of the items of a scale, reversed ones turned. */
export type ItemMoments = {
  /** Respondents looked at. */
  readonly n: number
  /** Of all who answered the item. */
  readonly items: readonly {
    readonly n: number
    readonly mean: number
    readonly variance: number
  }[]
  /** Of those who answered both; NaN without any. */
  readonly covariance: (i: number, j: number) => number
  /** Mean and variance of respondents' mean of valid items. */
  readonly score: { readonly mean: number; readonly variance: number }
  /** Correlation of an item with the mean of all valid items. */
  readonly withScore: (i: number) => number
}

/** The moments of items × respondents; NaN marks a missing answer. */
export const itemMoments = (items: readonly Numbers[]): ItemMoments => {
  const n = items[0]?.length ?? 0
  const scores = Float64Array.from({ length: n }, (_, row) =>
    meanOf(presentIn(items.map((item) => item[row] as number))),
  )
  const present = presentIn(scores)
  return {
    n,
    items: items.map((item) => {
      const values = presentIn(item)
      return { n: values.length, mean: meanOf(values), variance: varianceOf(values) }
    }),
    covariance: (i, j) => pairMoments(items[i] as Numbers, items[j] as Numbers).covariance,
    score: { mean: meanOf(present), variance: varianceOf(present) },
    withScore: (i) => pairMoments(items[i] as Numbers, scores).correlation,
  }
}

/** Covariance and correlation of respondents with both values. */
export const pairMoments = (a: Numbers, b: Numbers) => {
  const x = new Float64Array(a.length)
  const y = new Float64Array(a.length)
  let n = 0
  for (let row = 0; row < a.length; row++)
    if (!Number.isNaN(a[row]) && !Number.isNaN(b[row])) {
      x[n] = a[row] as number
      y[n++] = b[row] as number
    }
  const [first, second] = [x.subarray(0, n), y.subarray(0, n)]
  const [meanX, meanY] = [meanOf(first), meanOf(second)]
  const covariance =
    sumOf(first.map((value, i) => (value - meanX) * ((second[i] as number) - meanY))) / (n - 1)
  return {
    covariance,
    correlation: covariance / Math.sqrt(varianceOf(first) * varianceOf(second)),
  }
}

/** Correlation of the halves of odd and even items of complete respondents, stepped up by Spearman and Brown's formula. */
export const oddEvenReliability = ({ items, covariance }: ItemMoments): number => {
  const between = (a: 0 | 1, b: 0 | 1) =>
    sumOf(
      items.flatMap((first, i) =>
        items.flatMap((_, j) =>
          i % 2 === a && j % 2 === b ? [i === j ? first.variance : covariance(i, j)] : [],
        ),
      ),
    )
  const r = between(0, 1) / Math.sqrt(between(0, 0) * between(1, 1))
  return (2 * r) / (1 + r)
}
