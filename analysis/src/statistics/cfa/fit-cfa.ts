import { Matrix } from 'ml-matrix'
import { chiSquareUpper, normalUpper, normalUpperQuantile } from '../../numerics/distributions.ts'
import { noncentralChiSquareUpper } from '../../numerics/noncentral.ts'
import { noncentralityOf } from '../../numerics/noncentrality.ts'
import { inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'
import { covarianceMatrix } from '../factor/correlation-matrix.ts'
import { meanOf, type Numbers, sumOf } from '../numbers.ts'
import { freePlaces, type Group, type Matrices } from './implied.ts'
import { type CfaProblem, informationAt, maximize, type State } from './maximize.ts'
import {
  type CfaModel,
  type Invariance,
  itemsIn,
  type Parameter,
  parametersOf,
  type Scaling,
} from './model.ts'
import { independenceTrace, sandwichOf, saturatedTrace } from './robust.ts'
import { startValues } from './start-values.ts'

export type CfaOrder = {
  readonly model: CfaModel
  readonly scaling: Scaling
  /** Complete respondents of each group: items (in the order of `itemsIn`) × respondents. */
  readonly groups: readonly (readonly Numbers[])[]
  readonly invariance: Invariance
  readonly robust: 'none' | 'mlr'
}
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
export type CfaFit = {
  readonly chiSquare: number
  readonly df: number
  readonly p: number
  readonly baseline: { readonly chiSquare: number; readonly df: number }
  readonly cfi: number
  readonly tli: number
  readonly rmsea: number
  /** 90 % interval. */
  readonly rmseaLow: number
  readonly rmseaHigh: number
  /** P that RMSEA is at most .05. */
  readonly rmseaClose: number
  readonly srmr: number
  readonly logLikelihood: number
  readonly aic: number
  readonly bic: number
  readonly bicAdjusted: number
  readonly gfi: number
  readonly freeParameters: number
}
export type RobustFit = {
  readonly chiSquare: number
  readonly p: number
  readonly scalingFactor: number
  readonly cfi: number
  readonly rmsea: number
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
  const moments = (items.length * (items.length + 1)) / 2 + (groups.length > 1 ? items.length : 0)
  const free = parameters.filter(({ fixed }) => fixed === undefined).length
  const df = groups.length * moments - free
  if (df < 0)
    throw notDefined({
      method: 'cfa',
      reason: `the model is not identified: ${free} parameters, ${groups.length * moments} moments`,
    })
  const state = maximize(problem, startValues(model, parameters, { groups, scaling }))
  const fit = fitOf(problem, state, { df, free })
  const sandwich = order.robust === 'mlr' ? sandwichOf(problem, state, answers) : undefined
  return {
    n: sumOf(groups.map(({ n }) => n)),
    fit,
    ...(sandwich && df > 0
      ? { robust: robustFit(problem, { fit, trace: sandwich.trace, cases: answers }) }
      : {}),
    parameters: parametersFound(problem, state, sandwich?.variances),
    warnings: warningsOf(parameters, state),
  }
}

const centred = (items: readonly Numbers[]): readonly Float64Array[] =>
  items.map((item) => {
    const mean = meanOf(item)
    return Float64Array.from(item, (value) => value - mean)
  })

const fitOf = (
  { groups, size }: CfaProblem,
  state: State,
  { df, free }: { readonly df: number; readonly free: number },
): CfaFit => {
  const n = sumOf(groups.map((group) => group.n))
  const p = size.items
  const chiSquare = Math.max(0, n * state.discrepancy)
  const baseline = {
    chiSquare: sumOf(
      groups.map(
        ({ n: size_, covariance }) =>
          size_ *
          (sumOf(covariance.diagonal().map(Math.log)) -
            (inverseOf(covariance)?.logDeterminant as number)),
      ),
    ),
    df: (groups.length * (p * (p - 1))) / 2,
  }
  const over = Math.max(0, chiSquare - df)
  const baselineOver = Math.max(over, baseline.chiSquare - baseline.df)
  const saturated = sumOf(
    groups.map(
      ({ n: size_, covariance }) =>
        -0.5 *
        size_ *
        (p * Math.log(2 * Math.PI) + (inverseOf(covariance)?.logDeterminant as number) + p),
    ),
  )
  const logLikelihood = saturated - chiSquare / 2
  const many = Math.sqrt(groups.length)
  const rmseaOf = (noncentrality: number) =>
    df === 0 ? 0 : Math.sqrt(noncentrality / (n * df)) * many
  return {
    chiSquare,
    df,
    p: df === 0 ? 1 : chiSquareUpper(chiSquare, df),
    baseline,
    cfi: baselineOver === 0 ? 1 : 1 - over / baselineOver,
    tli:
      df === 0 || baseline.chiSquare === baseline.df
        ? 1
        : (baseline.chiSquare - (baseline.df / df) * chiSquare) /
          (baseline.chiSquare - baseline.df),
    rmsea: rmseaOf(over),
    rmseaLow: df === 0 ? 0 : rmseaOf(noncentralityOf(chiSquare, df, 0.05)),
    rmseaHigh: df === 0 ? 0 : rmseaOf(noncentralityOf(chiSquare, df, 0.95)),
    rmseaClose:
      df === 0 ? 1 : noncentralChiSquareUpper(chiSquare, df, (n * df * 0.0025) / groups.length),
    srmr: srmrOf(groups, state),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * free,
    bic: -2 * logLikelihood + free * Math.log(n),
    bicAdjusted: -2 * logLikelihood + free * Math.log((n + 2) / 24),
    gfi: gfiOf(groups, state),
    freeParameters: free,
  }
}

const srmrOf = (groups: readonly Group[], { implied }: State): number => {
  const n = sumOf(groups.map((group) => group.n))
  return sumOf(
    groups.map(({ n: size, covariance, mean }, g) => {
      const model = implied[g] as (typeof implied)[number]
      const p = mean.length
      let squares = 0
      for (let i = 0; i < p; i++)
        for (let j = 0; j <= i; j++)
          squares +=
            (covariance.get(i, j) - model.covariance.get(i, j)) ** 2 /
            (covariance.get(i, i) * covariance.get(j, j))
      if (groups.length > 1)
        for (let i = 0; i < p; i++)
          squares += ((mean[i] as number) - (model.mean[i] as number)) ** 2 / covariance.get(i, i)
      const terms = (p * (p + 1)) / 2 + (groups.length > 1 ? p : 0)
      return (size / n) * Math.sqrt(squares / terms)
    }),
  )
}

const gfiOf = (groups: readonly Group[], { inverses, implied }: State): number => {
  let [off, all] = [0, 0]
  groups.forEach(({ n, covariance, mean }, g) => {
    const inverse = inverses[g] as Matrix
    const ratio = inverse.mmul(covariance)
    const rest = Matrix.sub(ratio, Matrix.eye(ratio.rows))
    all += (n * ratio.mmul(ratio).trace()) / 2
    off += (n * rest.mmul(rest).trace()) / 2
    if (groups.length > 1) {
      const model = implied[g] as (typeof implied)[number]
      const away = Matrix.columnVector(mean.map((value, i) => value - (model.mean[i] as number)))
      const means = Matrix.columnVector([...mean])
      off += n * away.transpose().mmul(inverse).mmul(away).get(0, 0)
      all += n * means.transpose().mmul(inverse).mmul(means).get(0, 0)
    }
  })
  return 1 - off / all
}

const robustFit = (
  problem: CfaProblem,
  {
    fit,
    trace,
    cases,
  }: { readonly fit: CfaFit; readonly trace: number; readonly cases: CfaOrder['groups'] },
): RobustFit => {
  const n = sumOf(problem.groups.map((group) => group.n))
  const saturated = saturatedTrace(problem, cases)
  const scalingFactor = (saturated - trace) / fit.df
  const baselineFactor = (saturated - independenceTrace(problem, cases)) / fit.baseline.df
  if (!(scalingFactor > 0))
    throw notDefined({ method: 'cfa', reason: 'the robust χ² has no positive scaling factor' })
  const over = Math.max(0, fit.chiSquare - scalingFactor * fit.df)
  const baselineOver = Math.max(over, fit.baseline.chiSquare - baselineFactor * fit.baseline.df)
  return {
    chiSquare: fit.chiSquare / scalingFactor,
    p: chiSquareUpper(fit.chiSquare / scalingFactor, fit.df),
    scalingFactor,
    cfi: baselineOver === 0 ? 1 : 1 - over / baselineOver,
    rmsea: Math.sqrt((over / (n * fit.df)) * problem.groups.length),
  }
}

const parametersFound = (
  problem: CfaProblem,
  state: State,
  robustVariances: readonly number[] | undefined,
): readonly CfaParameter[] => {
  const n = sumOf(problem.groups.map((group) => group.n))
  const information = inverseOf(informationAt(problem, state))
  if (information === undefined)
    throw notDefined({ method: 'cfa', reason: 'the model is not identified' })
  const places = freePlaces(problem.parameters)
  const z975 = normalUpperQuantile(0.025)
  return problem.parameters.map((parameter, i): CfaParameter => {
    const place = places[i]
    const standardized = standardizedOf(parameter, state, place)
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
    const se = Math.sqrt(information.inverse.get(place, place) / n)
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
  const variance = (i: number) => (implied[group] as State['implied'][number]).covariance.get(i, i)
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

const warningsOf = (
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
