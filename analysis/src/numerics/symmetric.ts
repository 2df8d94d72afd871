import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { notDefined } from '../problems.ts'

/** Eigenvalues of a symmetric matrix, largest first, and their vectors as columns. */
export const eigenOf = (
  matrix: Matrix,
): { readonly values: readonly number[]; readonly vectors: Matrix } => {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(finiteMatrix(matrix), {
    assumeSymmetric: true,
  })
  const order = realEigenvalues.map((_, i) => i)
  order.sort((a, b) => (realEigenvalues[b] as number) - (realEigenvalues[a] as number))
  return {
    values: order.map((i) => realEigenvalues[i] as number),
    vectors: eigenvectorMatrix.subMatrixColumn(order),
  }
}

/** Inverse and ln det of a symmetric positive definite matrix; undefined if it is not one. */
export const inverseOf = (
  matrix: Matrix,
): { readonly inverse: Matrix; readonly logDeterminant: number } | undefined => {
  const cholesky = new CholeskyDecomposition(symmetrized(finiteMatrix(matrix)))
  if (!cholesky.isPositiveDefinite()) return undefined
  const diagonal = cholesky.lowerTriangularMatrix.diagonal()
  const smallest = Math.min(...diagonal)
  if (!(smallest > 1e-7 * Math.max(...diagonal))) return undefined
  return {
    inverse: symmetrized(cholesky.solve(Matrix.eye(matrix.rows))),
    logDeterminant: 2 * diagonal.reduce((sum, value) => sum + Math.log(value), 0),
  }
}

/** Mean of a matrix and its transpose, which takes rounding out of the two halves. */
export const symmetrized = (matrix: Matrix): Matrix =>
  Matrix.add(matrix, matrix.transpose()).mul(0.5)

/** Sum of all cells. */
export const totalOf = (matrix: Matrix): number => matrix.sum()

/** @throws notDefined if numbers that are too large have left a sum without a value. */
const finiteMatrix = (matrix: Matrix): Matrix => {
  if (matrix.to1DArray().every(Number.isFinite)) return matrix
  throw notDefined({ method: 'matrix', reason: 'numbers are too far apart to be added up' })
}
