import { Matrix } from 'ml-matrix'
import { inverseOf } from '../../numerics/symmetric.ts'
import { notDefined } from '../../problems.ts'
import { emMoments, patternsOf } from '../em-moments.ts'
import { meanOf, type Numbers, sumOf } from '../numbers.ts'
import { type Cfa, type CfaOrder, degreesOf } from './fit-cfa.ts'
import { measuresOf, robustMeasures, srmrOf } from './fit-measures.ts'
import { parametersFound, warningsOf } from './found-parameters.ts'
import { type Group, impliedBy, type Moments, type Size } from './implied.ts'
import { type CfaProblem, maximize, type State, stateAt } from './maximize.ts'
import { itemsIn, type Parameter, type Place, parametersOf } from './model.ts'
import { type Cases, observedInformation, sandwichOf } from './robust.ts'
import { startValues } from './start-values.ts'

/**
 * Confirmatory factor analysis of all respondents with at least one item, by full information maximum likelihood: each
 * one counts with the items that were given (missing at random). Means are modelled; errors are from the observed
 * information. χ² is against the means and covariances that EM finds, the baseline has variances alone.
 * @throws notDefined as `fitCfa`.
 * @see Arbuckle (1996), in: Advanced Structural Equation Modeling, 243–277
 * @see Yuan & Bentler (2000), Sociological Methodology 30, 165–200, for robust
 */
export const fitIncompleteCfa = (order: CfaOrder): Cfa => {
  const { model, scaling, invariance } = order
  const items = itemsIn(model)
  const found = order.groups.map((answers) =>
    emMoments(
      answers.map((item) => Float64Array.from(item)),
      items,
      'cfa',
    ),
  )
  const groups = found.map(
    ({ mean, covariance, n }): Group => ({
      n,
      mean: [...mean],
      covariance: new Matrix(covariance.map((row) => [...row])),
    }),
  )
  if (groups.some(({ covariance }) => inverseOf(covariance) === undefined))
    throw notDefined({
      method: 'cfa',
      reason: 'the covariance matrix is not positive definite: an item follows from others',
    })
  const parameters = parametersOf(model, {
    scaling,
    groups: groups.length,
    means: 'modelled',
    invariance,
  })
  const { samples, cases } = samplesOf(order.groups)
  const size: Size = {
    items: items.length,
    factors: model.factors.length,
    groups: groups.length,
  }
  const problem: CfaProblem = { parameters, groups: samples, size }
  const { free, df } = degreesOf(problem, 'modelled')
  const saturated = freed(problem, groups, 'all')
  const independent = freed(problem, alone(order.groups), 'variances')
  const state = maximize(problem, startValues(model, parameters, { groups, scaling }))
  const [reached, highest, lowest] = [state, saturated.state, independent.state].map((one) =>
    likelihoodOf(samples, one),
  ) as [number, number, number]
  const n = sumOf(samples.map((sample) => sample.n))
  const fit = measuresOf({
    n,
    groups: groups.length,
    chiSquare: df === 0 ? 0 : Math.max(0, 2 * (highest - reached)),
    df,
    free,
    baseline: {
      chiSquare: 2 * (highest - lowest),
      df: (groups.length * (items.length * (items.length - 1))) / 2,
    },
    saturated: df === 0 ? reached : highest,
    srmr: srmrOf(groups, impliedBy(state.matrices), 'modelled'),
  })
  const sandwich = order.robust === 'mlr' ? sandwichOf(problem, state, cases) : undefined
  return {
    n,
    fit,
    ...(sandwich && df > 0
      ? {
          robust: robustMeasures(fit, {
            n,
            groups: groups.length,
            complete: false,
            traces: {
              model: sandwich.trace,
              saturated: sandwichOf(saturated.problem, saturated.state, cases).trace,
              baseline: sandwichOf(independent.problem, independent.state, cases).trace,
            },
          }),
        }
      : {}),
    parameters: parametersFound(problem, state, {
      information: observedInformation(problem, state),
      robustVariances: sandwich?.variances,
    }),
    warnings: warningsOf(parameters, state),
  }
}

/** Respondents who gave the same items, of each group; those who gave none are left out. */
const samplesOf = (groups: CfaOrder['groups']) => {
  const samples: Group[] = []
  const cases: (readonly Numbers[])[] = []
  groups.forEach((answers, of) => {
    const columns = answers.map((item) => Float64Array.from(item))
    for (const { seen, rows } of patternsOf(columns)) {
      if (seen.length === 0) continue
      const own = seen.map((i) =>
        Float64Array.from(rows, (row) => (columns[i] as Float64Array)[row] as number),
      )
      const mean = own.map(meanOf)
      cases.push(own)
      samples.push({ n: rows.length, mean, covariance: aboutMeans(own, mean), of, seen })
    }
  })
  return { samples, cases: cases as Cases }
}

/** Covariances with divisor n, also of a single respondent. */
const aboutMeans = (items: readonly Float64Array[], mean: readonly number[]): Matrix =>
  new Matrix(
    items.map((a, i) =>
      items.map((b, j) => {
        let sum = 0
        for (let row = 0; row < a.length; row++)
          sum +=
            ((a[row] as number) - (mean[i] as number)) * ((b[row] as number) - (mean[j] as number))
        return sum / a.length
      }),
    ),
  )

/** Means and variances of the items by themselves. */
const alone = (groups: CfaOrder['groups']): readonly Moments[] =>
  groups.map((answers) => {
    const given = answers.map((item) => Float64Array.from(item).filter((x) => !Number.isNaN(x)))
    const mean = given.map(meanOf)
    const variances = given.map((values, i) =>
      meanOf(values.map((value) => (value - (mean[i] as number)) ** 2)),
    )
    return { mean, covariance: Matrix.diag(variances) }
  })

/** The model without factors that has these moments: all of them free, or means and variances alone. */
const freed = (
  { groups, size }: CfaProblem,
  moments: readonly Moments[],
  which: 'all' | 'variances',
): { readonly problem: CfaProblem; readonly state: State } => {
  const parameters: Parameter[] = []
  const values: number[] = []
  const add = (place: Place, value: number) => {
    parameters.push({ name: '', places: [place] })
    values.push(value)
  }
  moments.forEach(({ mean, covariance }, group) => {
    mean.forEach((value, row) => {
      add({ matrix: 'intercept', group, row, column: 0 }, value)
      for (let column = 0; column <= row; column++)
        if (which === 'all' || column === row)
          add({ matrix: 'residual', group, row, column }, covariance.get(row, column))
    })
  })
  const problem: CfaProblem = { parameters, groups, size }
  const state = stateAt(problem, values)
  if (state === undefined)
    throw notDefined({ method: 'cfa', reason: 'the covariance matrix is not positive definite' })
  return { problem, state }
}

const likelihoodOf = (samples: readonly Group[], { discrepancy }: State): number =>
  -0.5 *
  sumOf(samples.map(({ n, mean }) => n * (discrepancy + mean.length * Math.log(2 * Math.PI))))
