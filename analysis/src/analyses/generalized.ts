import { Problem } from '@echolot/problem'
import * as z from 'zod'
import { normalUpper, normalUpperQuantile } from '../numerics/distributions.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import {
  type Family,
  type GeneralizedModel,
  generalizedModel,
} from '../statistics/generalized-model.ts'
import {
  exactProfileInterval,
  type Profiled,
  splineProfileInterval,
} from '../statistics/profile-interval.ts'
import { crossProducts } from '../statistics/robust-covariance.ts'
import { estimatesOf } from './estimates-of.ts'
import type { ModelData } from './model-terms.ts'

/** A fitted model with what its tables are made of. */
export type Generalized = {
  readonly model: GeneralizedModel
  readonly names: readonly string[]
  readonly se: Float64Array
  readonly nullDeviance: number
  readonly nullLogLikelihood: number
  readonly n: number
  readonly left: readonly string[]
  readonly offset?: Float64Array
}

export const fitGeneralized = (
  data: ModelData,
  {
    family,
    method,
    offset,
  }: { readonly family: Family; readonly method: string; readonly offset?: Float64Array },
): Generalized => {
  const { outcome: y, names, columns } = data
  const around = { family, method, ...(offset === undefined ? {} : { offset }) }
  const model = generalizedModel(columns, y, { ...around, names })
  const { kept } = model.fit
  if (kept.length === 0) throw notDefined({ method, reason: 'there is no predictor' })
  if (y.length <= kept.length)
    throw notDefined({
      method,
      reason: `${y.length} with all values are too few for ${kept.length} coefficients`,
    })
  const empty = generalizedModel([new Float64Array(y.length).fill(1)], y, {
    ...around,
    names: ['(Intercept)'],
  })
  return {
    model,
    names: kept.map((j) => names[j] as string),
    se: Float64Array.from(model.covariance, (row, j) => Math.sqrt(row[j] as number)),
    nullDeviance: empty.deviance,
    nullLogLikelihood: empty.logLikelihood,
    n: y.length,
    left: names.filter((_, j) => !kept.includes(j)),
    ...(offset === undefined ? {} : { offset }),
  }
}

/** Table of coefficients with their tests by the normal distribution. */
export const coefficientTable = (
  names: readonly string[],
  coefficients: ArrayLike<number>,
  se: ArrayLike<number>,
  base: number,
): Estimate => ({
  kind: 'matrix',
  rows: names,
  cols: ['Estimate', 'Std. Error', 'z value', 'Pr(>|z|)'],
  values: names.map((_, j) => {
    const value = coefficients[j] as number
    const z = value / (se[j] as number)
    return [value, se[j] as number, z, 2 * normalUpper(Math.abs(z))]
  }),
  base,
})

const ENDS = ['2.5 %', '97.5 %']

/** Which intervals of ratios are sought; those of the profile take many fits. */
export const RatioIntervals = z.enum(['profile', 'wald']).default('profile')
type RatioIntervals = z.infer<typeof RatioIntervals>

/** Ratios exp(b) with Wald's and the profile's intervals, under a name for the ratio. */
export const ratioEstimates = (
  { model, names, se, n, offset }: Generalized,
  data: ModelData,
  {
    name,
    family,
    method,
    intervals,
  }: {
    readonly name: string
    readonly family: Family
    readonly method: string
    readonly intervals: RatioIntervals
  },
): Readonly<Record<string, Estimate>> => {
  const reach = normalUpperQuantile(0.025)
  const profiles = (intervals === 'wald' ? [] : names).map((_, k): Profiled => {
    const fixed = model.fit.kept[k] as number
    const column = data.columns[fixed] as ModelData['columns'][number]
    const values = 'high' in column ? column.high : column
    const others = model.fit.kept.filter((j) => j !== fixed)
    return {
      estimate: model.coefficients[k] as number,
      se: se[k] as number,
      deviance: model.deviance,
      devianceAt: (value) =>
        devianceWithout(data, {
          others,
          shift: values.map((x, i) => value * x + (offset?.[i] ?? 0)),
          family,
          method,
        }),
    }
  })
  return {
    ...estimatesOf(
      {
        [name]: Object.fromEntries(
          names.map((n_, k) => [n_, Math.exp(model.coefficients[k] as number)]),
        ),
      },
      n,
    ),
    [`${name}_wald_ci95`]: {
      kind: 'matrix',
      rows: names,
      cols: ENDS,
      values: names.map((_, k) =>
        [-1, 1].map((side) =>
          Math.exp((model.coefficients[k] as number) + side * reach * (se[k] as number)),
        ),
      ),
      base: n,
    },
    ...(intervals === 'wald'
      ? {}
      : {
          [`${name}_profile_ci95`]: ratioTable(names, profiles.map(splineProfileInterval), n),
          [`${name}_exact_profile_ci95`]: ratioTable(names, profiles.map(exactProfileInterval), n),
        }),
  }
}

const ratioTable = (
  rows: readonly string[],
  ends: readonly (readonly (number | undefined)[])[],
  base: number,
): Estimate => ({
  kind: 'matrix',
  rows,
  cols: ENDS,
  values: ends.map((pair) => pair.map((end) => (end === undefined ? null : Math.exp(end)))),
  base,
})

/** Least deviance while one coefficient is held. */
const devianceWithout = (
  data: ModelData,
  {
    others,
    shift,
    family,
    method,
  }: {
    readonly others: readonly number[]
    readonly shift: Float64Array
    readonly family: Family
    readonly method: string
  },
): number | undefined => {
  try {
    return generalizedModel(
      others.map((j) => data.columns[j] as ModelData['columns'][number]),
      data.outcome,
      { family, method, names: others.map((j) => data.names[j] as string), offset: shift },
    ).deviance
  } catch (fault) {
    if (fault instanceof Problem && fault.type === 'result-not-defined') return undefined
    throw fault
  }
}

/** Standard errors that are robust against a wrong variance (HC0), by name. */
export const robustErrors = ({ model, names }: Generalized): Readonly<Record<string, number>> => {
  const meat = crossProducts(model.scores)
  return Object.fromEntries(
    names.map((name, j) => [name, Math.sqrt((meat[j] as Float64Array)[j] as number)]),
  )
}

/** Those with all values. */
export const warningsOf = ({ left }: Generalized): readonly string[] =>
  left.map((name) => `${name} is left out: it is a combination of the columns before it`)

export const omittedOf = (data: Prepared, { rows }: ModelData): number => data.n - rows.length
