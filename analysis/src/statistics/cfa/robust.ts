import { Matrix } from 'ml-matrix'
import { inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'
import type { Numbers } from '../numbers.ts'
import type { Moments } from './implied.ts'
import {
  type CfaProblem,
  dot,
  gradientAt,
  type State,
  slopesIn,
  stateAt,
  timesVector,
} from './maximize.ts'

/** Items × respondents of each group. */
export type Cases = readonly (readonly Numbers[])[]

/**
 * Sandwich covariance of the parameters (Huber, White) and Yuan and Bentler's trace, from observed information and
 * the respondents' scores.
 */
export const sandwichOf = (
  problem: CfaProblem,
  state: State,
  cases: Cases,
): { readonly variances: readonly number[]; readonly trace: number } => {
  const total = problem.groups.reduce((sum, { n }) => sum + n, 0)
  const bread = inverseOf(observedInformation(problem, state))
  if (bread === undefined)
    throw notDefined({ method: 'cfa', reason: 'the observed information is not positive definite' })
  const filling = Matrix.zeros(state.values.length, state.values.length)
  cases.forEach((items, g) => {
    const scores = scoresIn(problem, state, { items, group: g })
    for (const score of scores)
      for (let i = 0; i < score.length; i++)
        for (let j = 0; j < score.length; j++)
          filling.set(
            i,
            j,
            filling.get(i, j) + ((score[i] as number) * (score[j] as number)) / total,
          )
  })
  const sandwich = bread.inverse.mmul(filling).mmul(bread.inverse)
  return {
    variances: sandwich.diagonal().map((value) => value / total),
    trace: Matrix.mul(bread.inverse, filling).sum(),
  }
}

/** Mean log-likelihood's second derivatives, by differences of its slopes. */
export const observedInformation = (problem: CfaProblem, state: State): Matrix => {
  const q = state.values.length
  const information = Matrix.zeros(q, q)
  state.values.forEach((value, i) => {
    const step = 1e-5 * Math.max(1e-2, Math.abs(value))
    const at = (sign: number) => {
      const moved = stateAt(
        problem,
        state.values.map((other, j) => (j === i ? other + sign * step : other)),
      )
      if (moved === undefined)
        throw notDefined({
          method: 'cfa',
          reason: 'the solution lies at the edge of what is possible',
        })
      return gradientAt(problem, moved)
    }
    const [up, down] = [at(1), at(-1)]
    for (let j = 0; j < q; j++)
      information.set(i, j, -((up[j] as number) - (down[j] as number)) / (2 * step))
  })
  return Matrix.add(information, information.transpose()).mul(0.5)
}

const scoresIn = (
  problem: CfaProblem,
  state: State,
  { items, group }: { readonly items: readonly Numbers[]; readonly group: number },
): readonly (readonly number[])[] => {
  const inverse = state.inverses[group] as Matrix
  const { mean } = state.implied[group] as Moments
  const slopes = slopesIn(problem, state, group).map(({ mean: means, covariance }) => ({
    means,
    covariance,
    level: covariance ? Matrix.mul(inverse, covariance).sum() : 0,
  }))
  return Array.from({ length: items[0]?.length ?? 0 }, (_, row) => {
    const pull = timesVector(
      inverse,
      items.map((item, i) => (item[row] as number) - (mean[i] as number)),
    )
    return slopes.map(
      ({ means, covariance, level }) =>
        (covariance ? 0.5 * (dot(pull, timesVector(covariance, pull)) - level) : 0) +
        (means ? dot(means, pull) : 0),
    )
  })
}

/** The same trace for the model that leaves all moments free: from Mardia's kurtosis, of each group. */
export const saturatedTrace = ({ groups }: CfaProblem, cases: Cases): number =>
  cases.reduce((sum, items, g) => {
    const { mean, covariance, n } = groups[g] as CfaProblem['groups'][number]
    const found = inverseOf(covariance)
    if (found === undefined)
      throw notDefined({ method: 'cfa', reason: 'the covariance matrix is not positive definite' })
    let kurtosis = 0
    for (let row = 0; row < n; row++) {
      const off = items.map((item, i) => (item[row] as number) - (mean[i] as number))
      kurtosis += dot(off, timesVector(found.inverse, off)) ** 2 / n
    }
    return sum + 0.5 * (kurtosis - items.length)
  }, 0)

/** The same trace for the model in which items do not covary. */
export const independenceTrace = ({ groups }: CfaProblem, cases: Cases): number =>
  cases.reduce((sum, items, g) => {
    const { mean, covariance, n } = groups[g] as CfaProblem['groups'][number]
    return items.reduce((inner, item, i) => {
      const variance = covariance.get(i, i)
      let fourth = 0
      for (let row = 0; row < n; row++)
        fourth += ((item[row] as number) - (mean[i] as number)) ** 4 / n
      return inner + 0.5 * (fourth / variance ** 2 - 1)
    }, sum)
  }, 0)
