import type { AnalysisPlan } from '../plan/plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { descriptives } from '../statistics/descriptives.ts'
import { columnIn } from './columns.ts'
import type { Found } from './found.ts'
import { spreadOf } from './run-weighted-means.ts'

type Plan = Extract<AnalysisPlan, { method: 'descriptives' }>

/** Unweighted description of each variable: keys `variable.mean`, `variable.sd` … */
export const runDescriptives = ({ variables }: Plan, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  let fewest = data.n
  for (const variable of variables) {
    const { values } = columnIn(data, variable)
    const found = descriptives(values)
    const base = found.n
    fewest = Math.min(fewest, base)
    const coefficient = (value: number): Estimate => ({ kind: 'coefficient', value, base })
    estimates[`${variable}.n`] = { kind: 'count', value: base }
    estimates[`${variable}.missing`] = { kind: 'count', value: found.missing }
    estimates[`${variable}.mean`] = {
      kind: 'mean',
      value: found.mean,
      low: found.meanLow,
      high: found.meanHigh,
      base,
      span: spreadOf(values),
    }
    for (const name of ['sd', 'variance', 'se', 'median', 'q25', 'q75'] as const)
      estimates[`${variable}.${name}`] = coefficient(found[name])
    if (found.skewness !== undefined)
      estimates[`${variable}.skewness`] = coefficient(found.skewness)
    if (found.kurtosis !== undefined)
      estimates[`${variable}.kurtosis`] = coefficient(found.kurtosis)
    estimates[`${variable}.min`] = { kind: 'extreme', value: found.min, base }
    estimates[`${variable}.max`] = { kind: 'extreme', value: found.max, base }
  }
  return { n: data.n, omitted: data.n - fewest, estimates, warnings: [] }
}
