import { Matrix } from 'ml-matrix'
import { inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'
import {
  type Group,
  impliedBy,
  type Matrices,
  type Moments,
  matricesOf,
  type Size,
  type Slope,
  seenIn,
  slopeOf,
} from './implied.ts'
import type { Parameter } from './model.ts'

export type State = {
  readonly values: readonly number[]
  /** Of each group of the model. */
  readonly matrices: readonly Matrices[]
  /** Of each group of respondents, and of the items they gave. */
  readonly implied: readonly Moments[]
  readonly inverses: readonly Matrix[]
  /**
   * Σ n_g/N · F_g, with F = ln |Σ| + tr(SΣ⁻¹) − ln |S| − p + (m − μ)′Σ⁻¹(m − μ); of respondents who gave some of the
   * items only without − ln |S| − p, which few of them do not have.
   */
  readonly discrepancy: number
}
type Problem_ = {
  readonly parameters: readonly Parameter[]
  readonly groups: readonly Group[]
  readonly size: Size
}
export type CfaProblem = Problem_

/** The model at some values; undefined where an implied covariance matrix is not positive definite. */
export const stateAt = (
  { parameters, groups, size }: CfaProblem,
  values: readonly number[],
): State | undefined => {
  const matrices = matricesOf(parameters, values, size)
  const whole = impliedBy(matrices)
  const total = groups.reduce((sum, { n }) => sum + n, 0)
  const implied: Moments[] = []
  const inverses: Matrix[] = []
  let discrepancy = 0
  for (const [g, sample] of groups.entries()) {
    const all = whole[sample.of ?? g] as Moments
    const own = sample.seen === undefined ? all : seenIn(all, sample.seen)
    const found = inverseOf(own.covariance)
    const constant = sample.seen === undefined ? constantOf(sample) : 0
    if (found === undefined || constant === undefined) return undefined
    implied.push(own)
    inverses.push(found.inverse)
    const off = own.mean.map((value, i) => (sample.mean[i] as number) - value)
    discrepancy +=
      (sample.n / total) *
      (found.logDeterminant +
        Matrix.mul(found.inverse, sample.covariance).sum() +
        dot(off, timesVector(found.inverse, off)) -
        constant)
  }
  return { values, matrices, implied, inverses, discrepancy }
}

/** ln |S| + p. */
const constantOf = ({ covariance, mean }: Group): number | undefined => {
  const observed = inverseOf(covariance)
  return observed && observed.logDeterminant + mean.length
}

export const timesVector = (matrix: Matrix, vector: readonly number[]): readonly number[] =>
  Array.from({ length: matrix.rows }, (_, i) =>
    vector.reduce((sum, value, j) => sum + matrix.get(i, j) * value, 0),
  )
export const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)

/** Slopes of the free parameters in a group. */
export const slopesIn = (
  { parameters, groups }: CfaProblem,
  state: State,
  group: number,
): readonly Slope[] => {
  const { of = group, seen } = groups[group] as Group
  return parameters
    .filter(({ fixed }) => fixed === undefined)
    .map((parameter) => {
      const slope = slopeOf(parameter, of, state.matrices[of] as Matrices)
      return seen === undefined
        ? slope
        : {
            mean: slope.mean && seen.map((i) => slope.mean?.[i] as number),
            covariance: slope.covariance?.selection([...seen], [...seen]),
          }
    })
}

/** Slope of the mean log-likelihood by each free parameter. */
export const gradientAt = (problem: CfaProblem, state: State): readonly number[] => {
  const total = problem.groups.reduce((sum, { n }) => sum + n, 0)
  const gradient = state.values.map(() => 0)
  problem.groups.forEach((sample, g) => {
    const share = sample.n / total
    const inverse = state.inverses[g] as Matrix
    const { mean, covariance } = state.implied[g] as Moments
    const off = mean.map((value, i) => (sample.mean[i] as number) - value)
    const pull = timesVector(inverse, off)
    const around = Matrix.sub(sample.covariance, covariance)
    const weight = inverse.mmul(around).mmul(inverse)
    slopesIn(problem, state, g).forEach((slope, i) => {
      let value = 0
      if (slope.covariance)
        value +=
          0.5 *
          (Matrix.mul(weight, slope.covariance).sum() +
            dot(pull, timesVector(slope.covariance, pull)))
      if (slope.mean) value += dot(slope.mean, pull)
      gradient[i] = (gradient[i] as number) + share * value
    })
  })
  return gradient
}

/** Expected information of one respondent. */
export const informationAt = (problem: CfaProblem, state: State): Matrix => {
  const total = problem.groups.reduce((sum, { n }) => sum + n, 0)
  const information = Matrix.zeros(state.values.length, state.values.length)
  problem.groups.forEach(({ n }, g) => {
    const inverse = state.inverses[g] as Matrix
    const slopes = slopesIn(problem, state, g).map(({ mean, covariance }) => ({
      mean,
      pulled: mean && timesVector(inverse, mean),
      spread: covariance && inverse.mmul(covariance),
      turned: covariance && inverse.mmul(covariance).transpose(),
    }))
    slopes.forEach((a, i) => {
      for (let j = i; j < slopes.length; j++) {
        const b = slopes[j] as (typeof slopes)[number]
        let value = 0
        if (a.spread && b.turned) value += 0.5 * Matrix.mul(a.spread, b.turned).sum()
        if (a.mean && b.pulled) value += dot(a.mean, b.pulled)
        const sum = information.get(i, j) + (n / total) * value
        information.set(i, j, sum)
        information.set(j, i, sum)
      }
    })
  })
  return information
}

const MOST_STEPS = 400
/** Expected gain from which on likelihoods differ by rounding only, and full steps are taken. */
const NEAR = 1e-10
const MOST_NEAR_STEPS = 30

/**
 * Highest likelihood by Fisher scoring with halved steps.
 * @throws notDefined if the model is not identified or the search does not come to rest.
 */
export const maximize = (problem: CfaProblem, start: readonly number[]): State => {
  let state = stateAt(problem, start)
  if (state === undefined)
    throw notDefined({ method: 'cfa', reason: 'the covariance matrix is not positive definite' })
  let nearSteps = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = gradientAt(problem, state)
    const found = inverseOf(informationAt(problem, state))
    if (found === undefined)
      throw notDefined({
        method: 'cfa',
        reason: 'the model is not identified: the data do not tell its parameters apart',
      })
    const direction = timesVector(found.inverse, gradient)
    const gain = dot(gradient, direction)
    if (gain < 1e-24) return state
    const next = betterState(problem, state, { direction, near: gain < NEAR })
    if (next === undefined) break
    if (gain < NEAR && ++nearSteps > MOST_NEAR_STEPS) return next
    state = next
  }
  if (dot(gradientAt(problem, state), gradientAt(problem, state)) < 1e-18) return state
  throw notDefined({
    method: 'cfa',
    reason: 'the search for the highest likelihood does not come to rest',
  })
}

const betterState = (
  problem: CfaProblem,
  state: State,
  { direction, near }: { readonly direction: readonly number[]; readonly near: boolean },
): State | undefined => {
  let length = 1
  for (let halving = 0; halving < 60; halving++) {
    const next = stateAt(
      problem,
      state.values.map((value, i) => value + length * (direction[i] as number)),
    )
    if (next !== undefined && (near || next.discrepancy < state.discrepancy)) return next
    length /= 2
  }
  return undefined
}
