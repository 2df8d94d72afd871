import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { kish } from '../statistics/kish.ts'
import { weightedQuantile } from '../statistics/weighted-quantile.ts'
import { columnIn, countPresent, inGroup, keyOf, spreadOf, whereOf } from './columns.ts'
import { By, Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'

const fields = { variables: Columns, by: By.optional() }
type Line = LineOf<typeof fields>

export const weightedMedians = defineMethod({
  id: 'weighted-medians',
  about: 'Weighted medians with Woodruff’s interval, of all and of each group.',
  source: 'Woodruff (1952), JASA 47, 635–646.',
  estimates: '`v`, `v@a`',
  fields,
  example: { variables: ['emp_hours_act'] },
  run: (line, data) => runWeightedMedians(line, data),
})

/** Weighted medians with Woodruff's interval: for all and for each group. */
const runWeightedMedians = (plan: Line, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  const warnings: string[] = []
  const by = plan.by && columnIn(data, plan.by.variable).values
  let fewest = data.n
  for (const variable of plan.variables) {
    const { values } = columnIn(data, variable)
    fewest = Math.min(fewest, countPresent(values))
    for (const group of [undefined, ...(plan.by?.groups.map(({ value }) => value) ?? [])]) {
      const inside = inGroup(values, group === undefined ? undefined : by, group)
      const base = countPresent(inside)
      if (base === 0) {
        warnings.push(`${keyOf(variable, group)}: nobody has a value`)
        continue
      }
      const { weights } = data.design
      const { nEff } = kish(
        Float64Array.from(
          [...inside.keys()].filter((i) => !Number.isNaN(inside[i])),
          (i) => weights[i] as number,
        ),
      )
      const { value, low, high } = weightedQuantile(inside, { weights, nEff }, 0.5)
      estimates[keyOf(variable, group)] = {
        kind: 'mean',
        value,
        low,
        high,
        base,
        span: Math.max(spreadOf(values), 1),
        subject: { variable, where: whereOf(plan.by, group) },
        ...(group === undefined
          ? {}
          : { family: { of: 'domains', name: variable, whole: countPresent(values) } }),
      }
    }
  }
  return { n: data.n, omitted: data.n - fewest, estimates, warnings }
}
