import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import {
  CALIBRATIONS,
  calibratedResidual,
  calibrateWeights,
} from '../statistics/calibrate-weights.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { modelData, Term } from './model-terms.ts'
import { baseDesign, weightingEstimates, weightingFields } from './weighting.ts'

const fields = {
  ...weightingFields,
  predictors: z.array(Term).default([]),
  /** Population totals by name of the model's columns: `intercept` (units), `v`, `vLevel`. */
  population: z.record(z.string(), z.number()),
  distance: z.enum(CALIBRATIONS).default('linear'),
  /** Least and greatest factor on a base weight. */
  bounds: z.strictObject({ low: z.number().min(0).lt(1), high: z.number().gt(1) }).optional(),
}
type Line = LineOf<typeof fields>

/** Weights calibrated to population totals. */
export const calibrate = defineMethod({
  id: 'calibrate',
  about:
    'Weights calibrated to population totals: `linear` (generalized regression estimator), `raking` or `logit` between bounds; estimates with standard errors of the residuals. Predictors as in `ols`.',
  source: 'Deville & Särndal (1992), JASA 87, 376–382.',
  estimates: 'as `rake`',
  fields,
  example: {
    design: { weight: 'w' },
    predictors: [{ factor: 'town' }, 'age'],
    population: { intercept: 2400, townB: 1500, age: 98_000 },
    distance: 'logit',
    bounds: { low: 0.3, high: 3 },
    means: ['NET_100'],
  },
  faults: ({ distance, bounds }) =>
    distance === 'logit' && bounds === undefined
      ? [
          {
            path: 'bounds',
            message: 'logit needs bounds',
            remedy: 'give "bounds": {"low": 0.3, "high": 3}',
          },
        ]
      : [],
  run: (line, data) => runCalibrate(line, data),
})

const runCalibrate = (line: Line, data: Prepared): Found => {
  const method = 'calibrate'
  const base = baseDesign(line, data, method)
  const intercept = 'intercept' in line.population || '(Intercept)' in line.population
  const model = modelData({ predictors: line.predictors, intercept }, data, {
    method,
    outcome: base.weights,
  })
  if (model.rows.length < data.n)
    throw notDefined({ method, reason: `a predictor is missing for ${data.n - model.rows.length}` })
  const given = new Map(
    Object.entries(line.population).map(([name, total]) => [
      name === 'intercept' ? '(Intercept)' : name,
      total,
    ]),
  )
  const absent = model.names.filter((name) => !given.has(name))
  const strange = [...given.keys()].filter((name) => !model.names.includes(name))
  if (absent.length > 0 || strange.length > 0)
    throw notDefined({
      method,
      reason: [
        ...absent.map((name) => `the population has no total of ${name}`),
        ...strange.map((name) => `no predictor has the name ${name}`),
      ].join('; '),
    })
  const columns = model.columns.map((column) => ('high' in column ? column.high : column))
  const weights = calibrateWeights(base.weights, columns, {
    totals: model.names.map((name) => given.get(name) as number),
    kind: line.distance,
    ...(line.bounds === undefined ? {} : { bounds: line.bounds }),
  })
  const negative = weights.filter((weight) => weight < 0).length
  return {
    n: data.n,
    omitted: 0,
    estimates: weightingEstimates(line, data, {
      ...base,
      weights,
      calibrated: calibratedResidual(base.weights, weights, columns),
    }),
    warnings:
      negative > 0 ? [`${negative} weights are negative; raking or bounds prevent that`] : [],
  }
}
