import type { AnalysisPlan } from '../plan/plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { columnIn, countPresent, indicator } from './columns.ts'
import type { Found } from './found.ts'
import { weightedShare } from './weighted-share.ts'

type Plan = Extract<AnalysisPlan, { method: 'weighted-categories' }>

/**
 * Weighted share of each category, per variable: `variable:category`; and `variable:missing`, the number of
 * respondents without a value.
 */
export const runWeightedCategories = (plan: Plan, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  const warnings: string[] = []
  let fewest = data.n
  for (const variable of plan.variables) {
    const column = columnIn(data, variable)
    fewest = Math.min(fewest, countPresent(column.values))
    for (const { name, values } of plan.categories) {
      const share = weightedShare(indicator(column.values, values), data.design.weights)
      if (share === undefined) {
        warnings.push(`${variable}: nobody has a value`)
        break
      }
      const { nEff: _, ...own } = share
      estimates[`${variable}:${name}`] = {
        ...own,
        sensitive: column.sensitive,
        family: { of: 'parts', name: variable, whole: share.base },
      }
    }
    estimates[`${variable}:missing`] = {
      kind: 'count',
      value: data.n - countPresent(column.values),
    }
  }
  return { n: data.n, omitted: data.n - fewest, estimates, warnings }
}
