import { Matrix, SingularValueDecomposition } from 'ml-matrix'
import { inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'

export type Rotated = {
  /** Pattern: items × factors. */
  readonly loadings: Matrix
  /** Correlations of the factors; the identity after an orthogonal rotation. */
  readonly phi: Matrix
}

/**
 * Varimax with Kaiser's row normalisation, as stats::varimax of R.
 * @see Kaiser (1958), Psychometrika 23, 187–200, https://doi.org/10.1007/BF02289233
 */
export const varimax = (loadings: Matrix): Rotated => ({
  loadings: loadings.mmul(varimaxRotation(loadings)),
  phi: Matrix.eye(loadings.columns),
})

const varimaxRotation = (loadings: Matrix): Matrix => {
  const [p, k] = [loadings.rows, loadings.columns]
  if (k < 2) return Matrix.eye(k)
  const normalized = loadings.clone()
  for (let i = 0; i < p; i++) {
    const length = Math.hypot(...loadings.getRow(i))
    if (length > 0) for (let j = 0; j < k; j++) normalized.set(i, j, loadings.get(i, j) / length)
  }
  let rotation = Matrix.eye(k)
  let before = 0
  for (let step = 0; step < 2000; step++) {
    const rotated = normalized.mmul(rotation)
    const means = Array.from(
      { length: k },
      (_, j) => rotated.getColumn(j).reduce((sum, x) => sum + x * x, 0) / p,
    )
    const cubes = rotated.clone()
    for (let i = 0; i < p; i++)
      for (let j = 0; j < k; j++) {
        const x = rotated.get(i, j)
        cubes.set(i, j, x ** 3 - x * (means[j] as number))
      }
    const { leftSingularVectors, rightSingularVectors, diagonal } = new SingularValueDecomposition(
      normalized.transpose().mmul(cubes),
    )
    const next = leftSingularVectors.mmul(rightSingularVectors.transpose())
    const moved = Matrix.sub(next, rotation).norm()
    rotation = next
    const sum = diagonal.reduce((total, value) => total + value, 0)
    if (moved < 1e-13 || (step > 100 && sum < before * (1 + 1e-15))) break
    before = sum
  }
  return rotation
}

const MOST_STEPS = 20_000
const FLAT = 2e-8
const FLAT_ENOUGH = 1e-5
const PATIENCE = 100

/**
 * Direct quartimin (oblimin with γ = 0, no row normalisation): gradient projection of Jennrich, as
 * GPArotation::oblimin.
 * @throws notDefined if the search does not come to rest.
 * @see Jennrich (2002), Psychometrika 67, 7–19, https://doi.org/10.1007/BF02294706
 */
export const quartimin = (loadings: Matrix): Rotated => {
  const k = loadings.columns
  if (k < 2) return { loadings: loadings.clone(), phi: Matrix.eye(k) }
  let turn = Matrix.eye(k)
  let at = quartiminAt(loadings, turn)
  let step = 1
  let slope = Number.POSITIVE_INFINITY
  let flattest = { slope: Number.POSITIVE_INFINITY, iteration: 0, turn, loadings: at.loadings }
  for (let iteration = 0; iteration <= MOST_STEPS; iteration++) {
    const projected = tangent(at.gradient, turn)
    slope = projected.norm()
    if (slope < 0.9 * flattest.slope) flattest = { slope, iteration, turn, loadings: at.loadings }
    // Close to the lowest point steps drown in rounding; the flattest place is then as good as it gets.
    if (slope < FLAT || (slope < FLAT_ENOUGH && iteration - flattest.iteration > PATIENCE)) break
    step *= 2
    let next = turn
    for (let halving = 0; halving <= 10; halving++) {
      next = unitColumns(Matrix.sub(turn, Matrix.mul(projected, step)))
      if (at.value - quartiminAt(loadings, next).value > 0.5 * slope * slope * step) break
      step /= 2
    }
    turn = next
    at = quartiminAt(loadings, turn)
  }
  if (flattest.slope > FLAT_ENOUGH)
    throw notDefined({ method: 'efa', reason: 'the oblique rotation does not come to rest' })
  return { loadings: flattest.loadings, phi: flattest.turn.transpose().mmul(flattest.turn) }
}

const quartiminAt = (loadings: Matrix, turn: Matrix) => {
  const inverse = generalInverse(turn)
  const rotated = loadings.mmul(inverse.transpose())
  const others = rotated.clone()
  let value = 0
  for (let i = 0; i < rotated.rows; i++) {
    const squares = rotated.getRow(i).map((x) => x * x)
    const sum = squares.reduce((total, x) => total + x, 0)
    squares.forEach((square, j) => {
      value += (square * (sum - square)) / 4
      others.set(i, j, rotated.get(i, j) * (sum - square))
    })
  }
  const gradient = rotated.transpose().mmul(others).mmul(inverse).transpose().mul(-1)
  return { value, loadings: rotated, gradient }
}

/** Inverse of a small matrix with unit columns, through its cross-products. */
const generalInverse = (matrix: Matrix): Matrix => {
  const cross = inverseOf(matrix.transpose().mmul(matrix))
  if (cross === undefined)
    throw notDefined({ method: 'efa', reason: 'two rotated factors become the same' })
  return cross.inverse.mmul(matrix.transpose())
}

const tangent = (gradient: Matrix, turn: Matrix): Matrix => {
  const projected = gradient.clone()
  for (let j = 0; j < turn.columns; j++) {
    let along = 0
    for (let i = 0; i < turn.rows; i++) along += turn.get(i, j) * gradient.get(i, j)
    for (let i = 0; i < turn.rows; i++)
      projected.set(i, j, gradient.get(i, j) - turn.get(i, j) * along)
  }
  return projected
}

const unitColumns = (matrix: Matrix): Matrix => {
  const unit = matrix.clone()
  for (let j = 0; j < matrix.columns; j++) {
    const length = Math.hypot(...matrix.getColumn(j))
    for (let i = 0; i < matrix.rows; i++) unit.set(i, j, matrix.get(i, j) / length)
  }
  return unit
}

/**
 * Promax: regression of the varimax loadings' fourth powers, as stats::promax of R (m = 4).
 * @see Hendrickson & White (1964), British Journal of Statistical Psychology 17, 65–70
 */
export const promax = (loadings: Matrix): Rotated => {
  const start = varimax(loadings).loadings
  const k = loadings.columns
  if (k < 2) return { loadings: start, phi: Matrix.eye(k) }
  const target = start.clone()
  for (let i = 0; i < start.rows; i++)
    for (let j = 0; j < k; j++) target.set(i, j, start.get(i, j) * Math.abs(start.get(i, j)) ** 3)
  const cross = inverseOf(start.transpose().mmul(start))
  if (cross === undefined)
    throw notDefined({ method: 'efa', reason: 'a factor without loadings cannot be rotated' })
  const free = cross.inverse.mmul(start.transpose()).mmul(target)
  const freeCross = inverseOf(free.transpose().mmul(free))
  if (freeCross === undefined)
    throw notDefined({ method: 'efa', reason: 'two rotated factors become the same' })
  const turn = free.clone()
  freeCross.inverse.diagonal().forEach((value, j) => {
    turn.mulColumn(j, Math.sqrt(value))
  })
  const phi = inverseOf(turn.transpose().mmul(turn))?.inverse ?? Matrix.eye(k)
  return { loadings: start.mmul(turn), phi }
}

/** Columns turned so that their sums are positive, the factor with the largest sum of squares first. */
export const inOrder = ({ loadings, phi }: Rotated): Rotated => {
  const k = loadings.columns
  const sums = Array.from({ length: k }, (_, j) => {
    const column = loadings.getColumn(j)
    return {
      sign: column.reduce((sum, x) => sum + x, 0) < 0 ? -1 : 1,
      squares: column.reduce((sum, x) => sum + x * x, 0),
    }
  })
  const order = sums.map((_, j) => j)
  order.sort((a, b) => (sums[b]?.squares as number) - (sums[a]?.squares as number))
  const signOf = (j: number) => sums[order[j] as number]?.sign as number
  const turned = loadings.subMatrixColumn(order)
  const related = phi.selection(order, order)
  for (let j = 0; j < k; j++) {
    turned.mulColumn(j, signOf(j))
    related.mulColumn(j, signOf(j)).mulRow(j, signOf(j))
  }
  return { loadings: turned, phi: related }
}
