import { Matrix } from 'ml-matrix'
import { chiSquareUpper } from '../../numerics/distributions.ts'
import { eigenOf, inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'
import type { Correlations } from './correlation-matrix.ts'

export type Adequacy = {
  /** Kaiser–Meyer–Olkin measure of sampling adequacy, in all and by item. */
  readonly kmo: number
  readonly kmoOfItems: readonly number[]
  /** Bartlett's test that all correlations are 0. */
  readonly bartlett: { readonly chiSquare: number; readonly df: number; readonly p: number }
  readonly determinant: number
  /** Squared multiple correlation of each item with the others. */
  readonly squaredMultiple: readonly number[]
  readonly eigenvalues: readonly number[]
  /** Velicer's mean squared partial correlation after 1, 2 … components; its least is the number to keep. */
  readonly minimumAveragePartial: readonly number[]
}

const MOST_COMPONENTS = 8

/**
 * Whether correlations are fit for a factor analysis.
 *
 * @throws notDefined if the matrix is not positive definite.
 * @see Kaiser & Rice (1974), Educational and Psychological Measurement 34, 111–117
 * @see Bartlett (1951), Biometrika 38, 337–344; Velicer (1976), Psychometrika 41, 321–327
 */
export const adequacyOf = ({ matrix, n }: Correlations, method = 'efa'): Adequacy => {
  const p = matrix.rows
  const found = inverseOf(matrix)
  if (found === undefined)
    throw notDefined({
      method,
      reason: 'the correlation matrix is not positive definite: an item follows from others',
    })
  const { inverse, logDeterminant } = found
  const sums = Array.from({ length: p }, () => ({ r: 0, partial: 0 }))
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      if (i === j) continue
      const at = sums[i] as { r: number; partial: number }
      at.r += matrix.get(i, j) ** 2
      at.partial += inverse.get(i, j) ** 2 / (inverse.get(i, i) * inverse.get(j, j))
    }
  const r = sums.reduce((sum, part) => sum + part.r, 0)
  const partial = sums.reduce((sum, part) => sum + part.partial, 0)
  const chiSquare = -logDeterminant * (n - 1 - (2 * p + 5) / 6)
  const df = (p * (p - 1)) / 2
  if (!(r > 0)) throw notDefined({ method, reason: 'all correlations are 0' })
  return {
    kmo: r / (r + partial),
    kmoOfItems: sums.map((part) => (part.r === 0 ? 0 : part.r / (part.r + part.partial))),
    bartlett: { chiSquare, df, p: chiSquareUpper(Math.max(0, chiSquare), df) },
    determinant: Math.exp(logDeterminant),
    squaredMultiple: inverse.diagonal().map((value) => 1 - 1 / value),
    eigenvalues: eigenOf(matrix).values,
    minimumAveragePartial: averagePartials(matrix),
  }
}

const averagePartials = (matrix: Matrix): readonly number[] => {
  const p = matrix.rows
  const { values, vectors } = eigenOf(matrix)
  const rest = matrix.clone()
  return Array.from({ length: Math.min(MOST_COMPONENTS, p - 1) }, (_, component) => {
    const vector = vectors.getColumnVector(component)
    rest.sub(Matrix.mul(vector.mmul(vector.transpose()), values[component] as number))
    let sum = 0
    for (let i = 0; i < p; i++)
      for (let j = 0; j < i; j++) sum += rest.get(i, j) ** 2 / (rest.get(i, i) * rest.get(j, j))
    return (2 * sum) / (p * (p - 1))
  }).filter(Number.isFinite)
}
