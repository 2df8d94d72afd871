import { inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'
import { covarianceMatrix } from '../factor/correlation-matrix.ts'
import { meanOf, type Numbers, sumOf } from '../numbers.ts'
import {
  type CfaFit,
  gfiOf,
  measuresOf,
  type RobustFit,
  robustMeasures,
  srmrOf,
} from './fit-measures.ts'
import { type CfaParameter, parametersFound, warningsOf } from './found-parameters.ts'
import type { Group } from './implied.ts'
import { type CfaProblem, informationAt, maximize } from './maximize.ts'
import { type CfaModel, type Invariance, itemsIn, parametersOf, type Scaling } from './model.ts'
import { independenceTrace, sandwichOf, saturatedTrace } from './robust.ts'
import { startValues } from './start-values.ts'

export type CfaOrder = {
  readonly model: CfaModel
  readonly scaling: Scaling
  /** Respondents of each group: items (in the order of `itemsIn`) × respondents. */
  readonly groups: readonly (readonly Numbers[])[]
  readonly invariance: Invariance
  readonly robust: 'none' | 'mlr'
}
export type Cfa = {
  readonly n: number
  readonly fit: CfaFit
  readonly robust?: RobustFit
  readonly parameters: readonly CfaParameter[]
  readonly warnings: readonly string[]
}

/**
 * Confirmatory factor analysis by maximum likelihood with lavaan's conventions: covariances with divisor n,
 * expected information for standard errors, χ² = n·F, one group or several with equal loadings (`metric`) and
 * intercepts (`scalar`). Means are modelled with several groups. `robust` adds MLR: the sandwich and Yuan and
 * Bentler's scaled χ² as Mplus computes it.
 *
 * @throws notDefined if too few respondents are complete, an item has no spread, the model is not identified or the
 *   search does not come to rest.
 * @see Jöreskog (1969), Psychometrika 34, 183–202, https://doi.org/10.1007/BF02289343
 * @see Rosseel (2012), Journal of Statistical Software 48(2), https://doi.org/10.18637/jss.v048.i02
 * @see Yuan & Bentler (2000), Sociological Methodology 30, 165–200, for robust
 */
export const fitCfa = (order: CfaOrder): Cfa => {
  const { model, scaling, invariance } = order
  const items = itemsIn(model)
  // With one group no mean is modelled: items are centred and their intercepts 0.
  const answers = order.groups.length > 1 ? order.groups : order.groups.map(centred)
  const groups = answers.map((cases): Group => {
    const n = cases[0]?.length ?? 0
    if (n <= items.length)
      throw notDefined({
        method: 'cfa',
        reason: `${n} complete respondents are too few for ${items.length} items`,
      })
    return { n, mean: cases.map(meanOf), covariance: covarianceMatrix(cases, 0) }
  })
  if (groups.some(({ covariance }) => covariance.diagonal().some((variance) => !(variance > 0))))
    throw notDefined({ method: 'cfa', reason: 'an item on which all answers are the same' })
  if (groups.some(({ covariance }) => inverseOf(covariance) === undefined))
    throw notDefined({
      method: 'cfa',
      reason: 'the covariance matrix is not positive definite: an item follows from others',
    })
  const parameters = parametersOf(model, {
    scaling,
    groups: groups.length,
    means: groups.length > 1 ? 'modelled' : 'left-out',
    invariance,
  })
  const problem: CfaProblem = {
    parameters,
    groups,
    size: { items: items.length, factors: model.factors.length, groups: groups.length },
  }
  const means = groups.length > 1 ? 'modelled' : 'left-out'
  const { free, df } = degreesOf(problem, means)
  const state = maximize(problem, startValues(model, parameters, { groups, scaling }))
  const n = sumOf(groups.map((group) => group.n))
  const fit = measuresOf({
    n,
    groups: groups.length,
    chiSquare: Math.max(0, n * state.discrepancy),
    df,
    free,
    baseline: baselineOf(groups),
    saturated: sumOf(
      groups.map(
        ({ n: size, covariance }) =>
          -0.5 * size * (items.length * (Math.log(2 * Math.PI) + 1) + logDeterminantOf(covariance)),
      ),
    ),
    srmr: srmrOf(groups, state.implied, means),
    gfi: gfiOf(groups, state),
  })
  const sandwich = order.robust === 'mlr' ? sandwichOf(problem, state, answers) : undefined
  return {
    n,
    fit,
    ...(sandwich && df > 0
      ? {
          robust: robustMeasures(fit, {
            n,
            groups: groups.length,
            complete: true,
            traces: {
              model: sandwich.trace,
              saturated: saturatedTrace(problem, answers),
              baseline: independenceTrace(problem, answers),
            },
          }),
        }
      : {}),
    parameters: parametersFound(problem, state, {
      information: informationAt(problem, state),
      robustVariances: sandwich?.variances,
    }),
    warnings: warningsOf(parameters, state),
  }
}

/**
 * Free parameters, and how many fewer they are than moments.
 * @throws notDefined if they are more.
 */
export const degreesOf = (
  { parameters, size }: CfaProblem,
  means: 'left-out' | 'modelled',
): { readonly free: number; readonly df: number } => {
  const moments =
    size.groups * ((size.items * (size.items + 1)) / 2 + (means === 'modelled' ? size.items : 0))
  const free = parameters.filter(({ fixed }) => fixed === undefined).length
  if (free > moments)
    throw notDefined({
      method: 'cfa',
      reason: `the model is not identified: ${free} parameters, ${moments} moments`,
    })
  return { free, df: moments - free }
}

const logDeterminantOf = (covariance: Group['covariance']): number =>
  inverseOf(covariance)?.logDeterminant as number

/** χ² of the model in which items do not covary. */
const baselineOf = (groups: readonly Group[]) => ({
  chiSquare: sumOf(
    groups.map(
      ({ n, covariance }) =>
        n * (sumOf(covariance.diagonal().map(Math.log)) - logDeterminantOf(covariance)),
    ),
  ),
  df: sumOf(groups.map(({ mean: { length: p } }) => (p * (p - 1)) / 2)),
})

const centred = (items: readonly Numbers[]): readonly Float64Array[] =>
  items.map((item) => {
    const mean = meanOf(item)
    return Float64Array.from(item, (value) => value - mean)
  })
