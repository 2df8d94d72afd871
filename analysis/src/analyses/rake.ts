import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { rake as rakeTo } from '../statistics/rake.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import {
  baseDesign,
  MarginPlan,
  marginOf,
  weightingEstimates,
  weightingFields,
} from './weighting.ts'

const fields = { ...weightingFields, margins: z.array(MarginPlan).min(1) }
type Line = LineOf<typeof fields>

/** Weights by raking to margins. */
export const rakeMethod = defineMethod({
  id: 'rake',
  about:
    'Weights raked to population margins (iterative proportional fitting) from the base weights of the design, how uneven they are, and estimates with standard errors that know of the margins.',
  source:
    'Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427–444; Kish (1965), Survey Sampling; Deville, Särndal & Sautory (1993), JASA 88, 1013–1020.',
  estimates:
    '`weights` (list), `diagnostics.n`, `.kish_deff`, `.n_eff`, `.cv`, `.min`, `.max`, `.ratio_max_median`, `.sum`; `estimates.mean_v`, `estimates.total_v`, `estimates.se_v`, for `shares` the lists `estimates.v`, `estimates.se_v`',
  fields,
  example: {
    design: { weight: 'w' },
    margins: [
      { variable: 'single', population: { 0: 1220, 1: 1180 } },
      { variable: 'town', population: { A: 900, B: 1500 } },
    ],
    means: ['NET_100'],
  },
  run: (line, data) => runRake(line, data),
})

/** Rounds by which margins are taken out of the influences, as in R's survey. */
const ROUNDS = 10

const runRake = (line: Line, data: Prepared): Found => {
  const base = baseDesign(line, data, 'rake')
  const margins = line.margins.map((margin) => marginOf(margin, data, 'rake'))
  const sums = margins.map(({ sizes }) => [...sizes.values()].reduce((sum, size) => sum + size, 0))
  const [first = 0] = sums
  if (sums.some((sum) => Math.abs(sum - first) > 1e-9 * first))
    throw notDefined({
      method: 'rake',
      reason: `the margins have different totals: ${sums.join(', ')}`,
    })
  const weights = rakeTo(
    base.weights,
    margins.map(({ column, sizes }) => ({
      name: column.name,
      categories: column.values,
      population: sizes,
    })),
  )
  const calibrated = (influence: Float64Array): Float64Array => {
    const unit = influence.map((value, i) =>
      (weights[i] as number) === 0 ? 0 : value / (weights[i] as number),
    )
    for (let round = 0; round < ROUNDS; round++)
      for (const { column } of margins) takeMeans(unit, column.values)
    return unit.map((value, i) => value * (weights[i] as number))
  }
  return {
    n: data.n,
    omitted: 0,
    estimates: weightingEstimates(line, data, { ...base, weights, calibrated }),
    warnings: [],
  }
}

/** Takes the mean of each category out, in place. */
const takeMeans = (values: Float64Array, categories: Float64Array): void => {
  const sums = new Map<number, readonly [sum: number, n: number]>()
  values.forEach((value, i) => {
    const [sum, n] = sums.get(categories[i] as number) ?? [0, 0]
    sums.set(categories[i] as number, [sum + value, n + 1])
  })
  for (let i = 0; i < values.length; i++) {
    const [sum, n] = sums.get(categories[i] as number) as readonly [number, number]
    values[i] = (values[i] as number) - sum / n
  }
}
