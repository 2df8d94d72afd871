import type { Matrix } from 'ml-matrix'
import { normalUpper, normalUpperQuantile } from '../../numerics/distributions.ts'
import { inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'
import { sumOf } from '../numbers.ts'
import { freePlaces, impliedBy, type Matrices, type Moments } from './implied.ts'
import type { CfaProblem, State } from './maximize.ts'
import type { Parameter } from './model.ts'

export type CfaParameter = {
  readonly name: string
  readonly estimate: number
  /** 0 for a fixed parameter, which has no z, p and interval. */
  readonly se: number
  readonly robustSe?: number
  readonly z?: number
  readonly p?: number
  readonly low: number
  readonly high: number
  /** With factors of variance 1. */
  readonly standardizedFactor: number
  /** With factors and items of variance 1. */
  readonly standardized: number
}

/**
 * The parameters with errors from the information that a respondent gives.
 * @throws notDefined if the model is not identified.
 */
export const parametersFound = (
  problem: CfaProblem,
  state: State,
  {
    information,
    robustVariances,
  }: { readonly information: Matrix; readonly robustVariances?: readonly number[] | undefined },
): readonly CfaParameter[] => {
  const n = sumOf(problem.groups.map((group) => group.n))
  const found = inverseOf(information)
  if (found === undefined)
    throw notDefined({ method: 'cfa', reason: 'the model is not identified' })
  const places = freePlaces(problem.parameters)
  const implied = impliedBy(state.matrices)
  const z975 = normalUpperQuantile(0.025)
  return problem.parameters.map((parameter, i): CfaParameter => {
    const place = places[i]
    const standardized = standardizedOf(parameter, { ...state, implied }, place)
    if (place === undefined) {
      const estimate = parameter.fixed as number
      return {
        name: parameter.name,
        estimate,
        se: 0,
        low: estimate,
        high: estimate,
        ...standardized,
      }
    }
    const estimate = state.values[place] as number
    const se = Math.sqrt(found.inverse.get(place, place) / n)
    return {
      name: parameter.name,
      estimate,
      se,
      ...(robustVariances ? { robustSe: Math.sqrt(robustVariances[place] as number) } : {}),
      z: estimate / se,
      p: 2 * normalUpper(Math.abs(estimate / se)),
      low: estimate - z975 * se,
      high: estimate + z975 * se,
      ...standardized,
    }
  })
}

/** Of the first group in which the parameter stands. */
const standardizedOf = (
  { fixed, places }: Parameter,
  { values, matrices, implied }: State,
  at: number | undefined,
): Pick<CfaParameter, 'standardized' | 'standardizedFactor'> => {
  const place = places[0]
  const value = at === undefined ? (fixed as number) : (values[at] as number)
  if (place === undefined) return { standardized: value, standardizedFactor: value }
  const { matrix, group, row, column } = place
  const { factor } = matrices[group] as Matrices
  const variance = (i: number) => (implied[group] as Moments).covariance.get(i, i)
  // A variance below 0 has no root: the parameter then stays as it is.
  const root = (x: number) => (x > 0 ? Math.sqrt(x) : 1)
  switch (matrix) {
    case 'loading': {
      const lengthened = value * root(factor.get(column, column))
      return { standardizedFactor: lengthened, standardized: lengthened / root(variance(row)) }
    }
    case 'factor': {
      const r = value / (root(factor.get(row, row)) * root(factor.get(column, column)))
      return { standardizedFactor: r, standardized: r }
    }
    case 'residual':
      return {
        standardizedFactor: value,
        standardized:
          row === column
            ? value / variance(row)
            : value /
              (root((matrices[group] as Matrices).residual.get(row, row)) *
                root((matrices[group] as Matrices).residual.get(column, column))),
      }
    case 'intercept':
      return { standardizedFactor: value, standardized: value / root(variance(row)) }
    case 'mean': {
      const scaled = value / root(factor.get(row, row))
      return { standardizedFactor: scaled, standardized: scaled }
    }
  }
}

/** What is improper about a solution. */
export const warningsOf = (
  parameters: readonly Parameter[],
  { matrices, values }: State,
): readonly string[] => {
  const places = freePlaces(parameters)
  const negative = parameters.flatMap(({ name, places: own }, i) => {
    const place = own[0]
    const at = places[i]
    const isVariance =
      place !== undefined &&
      (place.matrix === 'residual' || place.matrix === 'factor') &&
      place.row === place.column
    return isVariance && at !== undefined && (values[at] as number) < 0
      ? [`${name}: a variance below 0, the solution is improper`]
      : []
  })
  const apart = matrices.some(({ factor }) => factor.rows > 1 && inverseOf(factor) === undefined)
  return [
    ...negative,
    ...(apart ? ['the covariances of the factors are not positive definite'] : []),
  ]
}
