import { Matrix } from 'ml-matrix'
import { chiSquareUpper } from '../../numerics/distributions.ts'
import { eigenOf, inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'
import type { Correlations } from './correlation-matrix.ts'

export type Extraction = 'minres' | 'paf' | 'ml'
export type Extracted = {
  /** Items × factors, unrotated. */
  readonly loadings: Matrix
  readonly communalities: readonly number[]
  readonly uniquenesses: readonly number[]
  readonly iterations: number
  /** Items with a communality of 1 or more (or held at the bound): the solution is improper. */
  readonly heywood: readonly number[]
}

const STILL = 2e-13
const MOST_STEPS = 20_000
/** Least uniqueness of minres and ml, as in R's factanal and psych::fa. */
const LEAST_UNIQUENESS = 0.005

/**
 * Unrotated factors of a correlation matrix.
 *
 * `minres` (unweighted least squares): principal axes are iterated from squared multiple correlations to the fixed
 * point, where the residual correlations are least; uniquenesses stay at .005 or above. `paf`: the same without
 * that bound. `ml`: Newton steps on the logarithms of the uniquenesses with Jöreskog's approximate second derivatives.
 *
 * @throws notDefined if there are too many factors, the matrix is not positive definite, or the search does not come to rest.
 * @see Harman & Jones (1966), Psychometrika 31, 351–368; Jöreskog (1967), Psychometrika 32, 443–482
 */
export const extractFactors = (
  correlations: Matrix,
  factors: number,
  extraction: Extraction,
): Extracted => {
  const found = inverseOf(correlations)
  if (found === undefined)
    throw notDefined({
      method: 'efa',
      reason: 'the correlation matrix is not positive definite: an item follows from others',
    })
  if (degreesOfFreedom(correlations.rows, factors) < 0)
    throw notDefined({
      method: 'efa',
      reason: `${factors} factors are too many for ${correlations.rows} items`,
    })
  const start = found.inverse.diagonal()
  return extraction === 'ml'
    ? likeliestFactors(correlations, factors, start)
    : principalAxes(correlations, {
        factors,
        start,
        bound: extraction === 'minres' ? 1 - LEAST_UNIQUENESS : 1.5,
      })
}

/** Correlations less parameters. */
export const degreesOfFreedom = (items: number, factors: number): number =>
  ((items - factors) ** 2 - (items + factors)) / 2

type Axes = { readonly factors: number; readonly start: readonly number[]; readonly bound: number }

const principalAxes = (correlations: Matrix, { factors, start, bound }: Axes): Extracted => {
  let communalities = start.map((value) => 1 - 1 / value)
  const reduced = correlations.clone()
  for (let step = 1; step <= MOST_STEPS; step++) {
    communalities.forEach((value, i) => {
      reduced.set(i, i, value)
    })
    const loadings = axesOf(reduced, factors)
    const free = squaresOf(loadings)
    const next = free.map((value) => Math.min(value, bound))
    const moved = Math.max(
      ...next.map((value, i) => Math.abs(value - (communalities[i] as number))),
    )
    communalities = next
    if (moved < STILL)
      return {
        loadings,
        communalities: free,
        uniquenesses: free.map((value) => 1 - value),
        iterations: step,
        heywood: placesOf(free, (value) => value >= Math.min(1, bound)),
      }
  }
  throw notDefined({ method: 'efa', reason: 'the communalities do not come to rest' })
}

/** Scaled vectors of the largest eigenvalues. */
const axesOf = (matrix: Matrix, factors: number): Matrix => {
  const { values, vectors } = eigenOf(matrix)
  const axes = Matrix.zeros(matrix.rows, factors)
  for (let factor = 0; factor < factors; factor++) {
    const length = Math.sqrt(Math.max(0, values[factor] as number))
    for (let i = 0; i < matrix.rows; i++) axes.set(i, factor, vectors.get(i, factor) * length)
  }
  return axes
}

const squaresOf = (loadings: Matrix): number[] =>
  loadings.to2DArray().map((row) => row.reduce((sum, value) => sum + value * value, 0))

const placesOf = (values: readonly number[], of: (value: number) => boolean) =>
  values.flatMap((value, i) => (of(value) ? [i] : []))

const MOST_NEWTON_STEPS = 500

const likeliestFactors = (
  correlations: Matrix,
  factors: number,
  start: readonly number[],
): Extracted => {
  const p = correlations.rows
  const least = Math.log(LEAST_UNIQUENESS)
  let logs = start.map((value) => Math.max(least, Math.log((1 - (0.5 * factors) / p) / value)))
  let at = discrepancyAt(correlations, factors, logs)
  for (let step = 1; step <= MOST_NEWTON_STEPS; step++) {
    const free = placesOf(logs, () => true).filter(
      (i) => (logs[i] as number) > least || (at.gradient[i] as number) < 0,
    )
    const direction = newtonStep(at, free)
    let length = 1
    let next = at
    let moved = logs
    for (let halving = 0; halving < 40; halving++) {
      moved = logs.map((value, i) =>
        Math.min(0, Math.max(least, value - length * (direction[i] as number))),
      )
      next = discrepancyAt(correlations, factors, moved)
      if (next.value <= at.value + 1e-15) break
      length /= 2
    }
    const change = Math.max(...moved.map((value, i) => Math.abs(value - (logs[i] as number))))
    if (next.value > at.value + 1e-15 || change < 1e-12) return finished(at, logs, step)
    logs = moved
    at = next
  }
  throw notDefined({ method: 'efa', reason: 'the likelihood does not come to its highest point' })
}

type Discrepancy = {
  readonly value: number
  readonly gradient: readonly number[]
  /** Jöreskog's approximation. */
  readonly curvature: Matrix
  readonly loadings: Matrix
}

const discrepancyAt = (
  correlations: Matrix,
  factors: number,
  logs: readonly number[],
): Discrepancy => {
  const p = logs.length
  const scales = logs.map((log) => Math.exp(log / 2))
  const scaled = correlations.clone()
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++)
      scaled.set(i, j, correlations.get(i, j) / ((scales[i] as number) * (scales[j] as number)))
  const { values, vectors } = eigenOf(scaled)
  const rest = values.slice(factors)
  const restVectors = vectors.subMatrix(0, p - 1, factors, p - 1)
  const projection = restVectors.mmul(restVectors.transpose())
  const loadings = Matrix.zeros(p, factors)
  for (let factor = 0; factor < factors; factor++) {
    const length = Math.sqrt(Math.max(0, (values[factor] as number) - 1))
    for (let i = 0; i < p; i++)
      loadings.set(i, factor, vectors.get(i, factor) * length * (scales[i] as number))
  }
  return {
    value: rest.reduce((sum, value) => sum + value - Math.log(Math.max(value, 1e-300)) - 1, 0),
    gradient: logs.map((_, i) =>
      rest.reduce((sum, value, m) => sum + (1 - value) * restVectors.get(i, m) ** 2, 0),
    ),
    curvature: Matrix.mul(projection, projection),
    loadings,
  }
}

const newtonStep = ({ gradient, curvature }: Discrepancy, free: readonly number[]): number[] => {
  const step = gradient.map(() => 0)
  if (free.length === 0) return step
  const part = curvature.selection([...free], [...free])
  const ridge = 1e-10 * Math.max(...part.diagonal())
  const solved = inverseOf(Matrix.add(part, Matrix.eye(free.length).mul(ridge)))
  free.forEach((i, a) => {
    step[i] = solved
      ? free.reduce((sum, j, b) => sum + solved.inverse.get(a, b) * (gradient[j] as number), 0)
      : (gradient[i] as number)
    step[i] = Math.max(-2, Math.min(2, step[i] as number))
  })
  return step
}

const finished = (at: Discrepancy, logs: readonly number[], iterations: number): Extracted => {
  const uniquenesses = logs.map(Math.exp)
  return {
    loadings: at.loadings,
    communalities: uniquenesses.map((value) => 1 - value),
    uniquenesses,
    iterations,
    heywood: placesOf(uniquenesses, (value) => value <= LEAST_UNIQUENESS * 1.0001),
  }
}

export type FactorFit = {
  /** ln |Σ| + tr(S Σ⁻¹) − ln |S| − p at these loadings. */
  readonly discrepancy: number
  /** With Bartlett's correction. */
  readonly chiSquare: number
  readonly df: number
  readonly p: number
  readonly rmsea: number
  readonly tli: number
  /** Root mean square of the residual correlations. */
  readonly rms: number
}

/**
 * How well factors reproduce the correlations, as psych::fa and factanal tell it.
 * @throws notDefined if the reproduced matrix is not positive definite.
 */
export const factorFit = (
  { matrix, n }: Correlations,
  { loadings, uniquenesses }: Pick<Extracted, 'loadings' | 'uniquenesses'>,
): FactorFit => {
  const [p, factors] = [matrix.rows, loadings.columns]
  const common = loadings.mmul(loadings.transpose())
  const model = common.clone()
  for (let i = 0; i < p; i++) model.set(i, i, common.get(i, i) + (uniquenesses[i] as number))
  const [fitted, observed] = [inverseOf(model), inverseOf(matrix)]
  if (fitted === undefined || observed === undefined)
    throw notDefined({ method: 'efa', reason: 'the reproduced matrix is not positive definite' })
  const discrepancy =
    Matrix.mul(fitted.inverse, matrix).sum() + fitted.logDeterminant - observed.logDeterminant - p
  const df = degreesOfFreedom(p, factors)
  const factor = n - 1 - (2 * p + 5) / 6 - (2 * factors) / 3
  const chiSquare = Math.max(0, discrepancy * factor)
  const nullPerDf = -observed.logDeterminant / ((p * (p - 1)) / 2)
  return {
    discrepancy,
    chiSquare,
    df,
    p: df === 0 ? 1 : chiSquareUpper(chiSquare, df),
    rmsea: df === 0 ? 0 : Math.sqrt(Math.max(0, chiSquare / (df * n) - 1 / (n - 1))),
    tli: df === 0 ? 1 : (nullPerDf - discrepancy / df) / (nullPerDf - 1 / factor),
    rms: rmsOf({ matrix }, { loadings }),
  }
}

/** Root mean square of the residual correlations. */
export const rmsOf = (
  { matrix }: Pick<Correlations, 'matrix'>,
  { loadings }: Pick<Extracted, 'loadings'>,
): number => {
  const p = matrix.rows
  const residuals = Matrix.sub(matrix, loadings.mmul(loadings.transpose()))
  let squares = 0
  for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) squares += 2 * residuals.get(i, j) ** 2
  return Math.sqrt(squares / (p * (p - 1)))
}
