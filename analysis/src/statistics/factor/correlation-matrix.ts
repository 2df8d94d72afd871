import { Matrix } from 'ml-matrix'
import { notDefined } from '../../problems.ts'
import { meanOf, type Numbers } from '../numbers.ts'

/** Covariances of complete items (items × respondents), divided by n − `less`. */
export const covarianceMatrix = (items: readonly Numbers[], less: 0 | 1 = 1): Matrix => {
  const centred = items.map((item) => {
    const mean = meanOf(item)
    return Float64Array.from(item, (value) => value - mean)
  })
  const n = items[0]?.length ?? 0
  const covariances = Matrix.zeros(items.length, items.length)
  centred.forEach((a, i) => {
    for (let j = i; j < centred.length; j++) {
      const b = centred[j] as Float64Array
      let sum = 0
      for (let row = 0; row < n; row++) sum += (a[row] as number) * (b[row] as number)
      covariances.set(i, j, sum / (n - less))
      covariances.set(j, i, sum / (n - less))
    }
  })
  return covariances
}

/** @throws notDefined if a variance is 0. */
export const correlationsFrom = (covariances: Matrix, method: string): Matrix => {
  const spreads = covariances.diagonal().map(Math.sqrt)
  if (spreads.some((spread) => !(spread > 0)))
    throw notDefined({ method, reason: 'an item on which all answers are the same' })
  const correlations = covariances.clone()
  spreads.forEach((a, i) => {
    spreads.forEach((b, j) => {
      correlations.set(i, j, i === j ? 1 : covariances.get(i, j) / (a * b))
    })
  })
  return correlations
}

/** What a factor method works on: correlations and the number of respondents behind them. */
export type Correlations = { readonly matrix: Matrix; readonly n: number }

/**
 * Reads a correlation matrix from its columns.
 * @throws notDefined unless it is square, symmetric, with 1 in the diagonal.
 */
export const givenCorrelations = (columns: readonly Numbers[], method: string): Matrix => {
  const p = columns.length
  const matrix = new Matrix(
    Array.from({ length: p }, (_, i) => columns.map((column) => Number(column[i]))),
  )
  const fits =
    columns.every((column) => column.length === p) &&
    columns.every((_, i) =>
      columns.every(
        (__, j) =>
          Math.abs(matrix.get(i, j) - matrix.get(j, i)) < 1e-8 && Math.abs(matrix.get(i, j)) <= 1,
      ),
    ) &&
    matrix.diagonal().every((value) => Math.abs(value - 1) < 1e-8)
  if (!fits)
    throw notDefined({
      method,
      reason: 'the columns are no correlation matrix (square, symmetric, 1 in the diagonal)',
    })
  return matrix
}
