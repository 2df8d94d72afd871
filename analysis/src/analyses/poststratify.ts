import type { Prepared } from '../prepare/prepared.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import {
  baseDesign,
  MarginPlan,
  marginOf,
  weightingEstimates,
  weightingFields,
} from './weighting.ts'

const fields = { ...weightingFields, margin: MarginPlan }
type Line = LineOf<typeof fields>

/** Weights by post-stratification. */
export const poststratify = defineMethod({
  id: 'poststratify',
  about:
    'Weights that meet the population in each category of one variable, from the base weights of the design; estimates with standard errors within the categories.',
  source: 'Holt & Smith (1979), JRSS A 142, 33–46; Särndal, Swensson & Wretman (1992), ch. 7.6.',
  estimates: 'as `rake`',
  fields,
  example: {
    design: { weight: 'w' },
    margin: { variable: 'town', population: { A: 900, B: 1500 } },
    means: ['NET_100'],
  },
  run: (line, data) => runPoststratify(line, data),
})

const runPoststratify = (line: Line, data: Prepared): Found => {
  const base = baseDesign(line, data, 'poststratify')
  const { column, sizes } = marginOf(line.margin, data, 'poststratify')
  const sums = sumsBy(column.values, base.weights)
  const weights = base.weights.map((weight, i) => {
    const code = column.values[i] as number
    return (weight * (sizes.get(code) as number)) / (sums.get(code) as number)
  })
  const calibrated = (influence: Float64Array): Float64Array => {
    const unit = influence.map((value, i) =>
      (weights[i] as number) === 0 ? 0 : value / (weights[i] as number),
    )
    const means = sumsBy(
      column.values,
      unit.map((value, i) => value * (base.weights[i] as number)),
    )
    return influence.map((value, i) => {
      const code = column.values[i] as number
      return (
        value - ((means.get(code) as number) / (sums.get(code) as number)) * (weights[i] as number)
      )
    })
  }
  return {
    n: data.n,
    omitted: 0,
    estimates: weightingEstimates(line, data, { ...base, weights, calibrated }),
    warnings: [],
  }
}

const sumsBy = (codes: Float64Array, values: Float64Array): ReadonlyMap<number, number> => {
  const sums = new Map<number, number>()
  codes.forEach((code, i) => {
    sums.set(code, (sums.get(code) ?? 0) + (values[i] as number))
  })
  return sums
}
