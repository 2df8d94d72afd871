/** How often two variables take which values together: one row of counts for each value of the first. */
export type Together = {
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly counts: Float64Array
}

export type TableMoments = {
  readonly n: number
  readonly means: readonly [number, number]
  readonly variances: readonly [number, number]
  readonly covariance: number
}

/** Moments of two variables over the respondents of a table, by sums around the means; with n − 1. */
export const tableMoments = (together: Together): TableMoments => {
  const { x, y, counts } = together
  const [rows, columns] = marginsOf(together)
  const n = totalOf(rows)
  const [meanX, meanY] = [meanAt(x, rows, n), meanAt(y, columns, n)]
  const width = y.length
  let products = 0
  for (let row = 0; row < x.length; row++) {
    let line = 0
    for (let column = 0; column < width; column++)
      line += (counts[row * width + column] as number) * ((y[column] as number) - meanY)
    products += line * ((x[row] as number) - meanX)
  }
  return {
    n,
    means: [meanX, meanY],
    variances: [squaresAt(x, rows, meanX) / (n - 1), squaresAt(y, columns, meanY) / (n - 1)],
    covariance: products / (n - 1),
  }
}

const totalOf = (counts: Float64Array): number => {
  let total = 0
  for (let i = 0; i < counts.length; i++) total += counts[i] as number
  return total
}

/** Counted from a value in the middle, so that large values keep their digits. */
const meanAt = (values: ArrayLike<number>, counts: Float64Array, n: number): number => {
  const middle = values[values.length >> 1] as number
  let sum = 0
  for (let i = 0; i < counts.length; i++)
    sum += (counts[i] as number) * ((values[i] as number) - middle)
  return middle + sum / n
}

const squaresAt = (values: ArrayLike<number>, counts: Float64Array, mean: number): number => {
  let sum = 0
  for (let i = 0; i < counts.length; i++)
    sum += (counts[i] as number) * ((values[i] as number) - mean) ** 2
  return sum
}

/** Sums of rows and of columns. */
export const marginsOf = ({ x, y, counts }: Together): readonly [Float64Array, Float64Array] => {
  const rows = new Float64Array(x.length)
  const columns = new Float64Array(y.length)
  const width = y.length
  for (let row = 0; row < rows.length; row++)
    for (let column = 0; column < width; column++) {
      const count = counts[row * width + column] as number
      rows[row] = (rows[row] as number) + count
      columns[column] = (columns[column] as number) + count
    }
  return [rows, columns]
}

/** Pearson's correlation; NaN if a side is constant. */
export const tablePearson = (together: Together): number => {
  const { variances, covariance, n } = tableMoments(together)
  const [one, other] = variances
  if (n < 2 || !(one > 0 && other > 0)) return Number.NaN
  return Math.min(1, Math.max(-1, covariance / Math.sqrt(one) / Math.sqrt(other)))
}

/** Spearman's correlation: Pearson's of the ranks, equal values with the mean of theirs. */
export const tableSpearman = (together: Together): number => {
  const [rows, columns] = marginsOf(together)
  return tablePearson({ x: ranksBy(rows), y: ranksBy(columns), counts: together.counts })
}

/** Ranks from 1 of ascending values that occur so often. */
const ranksBy = (counts: Float64Array): Float64Array => {
  let before = 0
  return counts.map((count) => {
    const rank = before + (count + 1) / 2
    before += count
    return rank
  })
}

/**
 * Kendall's tau-b, and z of the asymptotic test with its variance corrected for ties; NaN if a side is constant or there
 * are fewer than three respondents. Values of both sides ascend.
 * @see Kendall (1970), Rank Correlation Methods, 4th ed., ch. 3 and 4
 */
export const tableKendall = (together: Together): { readonly tau: number; readonly z: number } => {
  const { counts } = together
  const [rows, columns] = marginsOf(together)
  const n = totalOf(rows)
  const width = columns.length
  /** Respondents in the rows above, by column. */
  const above = new Float64Array(width)
  let s = 0
  for (let row = 0; row < rows.length; row++) {
    let left = 0
    let right = totalOf(above)
    for (let column = 0; column < width; column++) {
      const count = counts[row * width + column] as number
      right -= above[column] as number
      s += count * (left - right)
      left += above[column] as number
    }
    for (let column = 0; column < width; column++)
      above[column] = (above[column] as number) + (counts[row * width + column] as number)
  }
  const [tx, ty] = [tiesIn(rows), tiesIn(columns)]
  const all = n * (n - 1)
  if (n < 3 || tx.pairs === all || ty.pairs === all) return { tau: Number.NaN, z: Number.NaN }
  const variance =
    (all * (2 * n + 5) - tx.spread - ty.spread) / 18 +
    (tx.pairs * ty.pairs) / (2 * all) +
    (tx.triples * ty.triples) / (9 * all * (n - 2))
  return {
    tau: s / Math.sqrt(((all - tx.pairs) / 2) * ((all - ty.pairs) / 2)),
    z: s / Math.sqrt(variance),
  }
}

const tiesIn = (sizes: Float64Array) => {
  let [pairs, triples, spread] = [0, 0, 0]
  for (const t of sizes) {
    pairs += t * (t - 1)
    triples += t * (t - 1) * (t - 2)
    spread += t * (t - 1) * (2 * t + 5)
  }
  return { pairs, triples, spread }
}
