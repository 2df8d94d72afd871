import { tTwoSided } from '../numerics/distributions.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { adjustP } from '../statistics/adjust-p.ts'
import { weightedDifference, weightedMean } from '../statistics/weighted-mean.ts'
import {
  columnIn,
  countPresent,
  differenceKeyOf,
  inGroup,
  keyOf,
  spreadOf,
  whereOf,
} from './columns.ts'
import { By, Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'

const fields = { variables: Columns, by: By.optional() }
type Line = LineOf<typeof fields>

export const weightedMeans = defineMethod({
  id: 'weighted-means',
  about:
    'Weighted means with the standard error of the design (Taylor series over strata and clusters): of all, of each group, and their differences, p by Holm over the variables.',
  source:
    'Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, ch. 5; Holm (1979), Scandinavian Journal of Statistics 6, 65–70.',
  estimates: '`v`, `v@a`, `v@a-b`',
  fields,
  example: {
    variables: ['NET_100'],
    by: {
      variable: 'single',
      groups: [
        { value: 1, label: 'single' },
        { value: 0, label: 'couple' },
      ],
    },
  },
  run: (line, data) => runWeightedMeans(line, data),
})

/** Weighted means with the design's standard error: for all, for each group, and between neighbouring groups. */
const runWeightedMeans = (plan: Line, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  const warnings: string[] = []
  const by = plan.by && columnIn(data, plan.by.variable).values
  const groups = plan.by?.groups.map(({ value }) => value) ?? []
  const pairs: { key: string; p: number; estimate: Extract<Estimate, { kind: 'difference' }> }[] =
    []
  let fewest = data.n
  for (const variable of plan.variables) {
    const { values } = columnIn(data, variable)
    const span = variable.endsWith('_100') ? 100 : spreadOf(values)
    const domain = (group?: number) => inGroup(values, group === undefined ? undefined : by, group)
    const estimateOf = (group?: number): Estimate | undefined => {
      const inside = domain(group)
      if (countPresent(inside) < 2) {
        warnings.push(`${keyOf(variable, group)}: too few values`)
        return undefined
      }
      const { mean, low, high, n } = weightedMean(inside, data.design)
      const family =
        group === undefined
          ? {}
          : { family: { of: 'domains' as const, name: variable, whole: countPresent(values) } }
      const subject = { variable, where: whereOf(plan.by, group) }
      return { kind: 'mean', value: mean, low, high, base: n, span, ...family, subject }
    }
    fewest = Math.min(fewest, countPresent(values))
    const whole = estimateOf()
    if (whole !== undefined) estimates[keyOf(variable)] = whole
    for (const [i, group] of groups.entries()) {
      const own = estimateOf(group)
      if (own === undefined) continue
      estimates[keyOf(variable, group)] = own
      const before = groups[i - 1]
      if (before === undefined || estimates[keyOf(variable, before)] === undefined) continue
      const { mean, se, low, high, df } = weightedDifference(
        domain(before),
        domain(group),
        data.design,
      )
      pairs.push({
        key: differenceKeyOf(variable, before, group),
        p: se === 0 ? 1 : tTwoSided(mean / se, df),
        estimate: {
          kind: 'difference',
          of: 'mean',
          value: mean,
          low,
          high,
          p: 1,
          bases: [countPresent(domain(before)), countPresent(domain(group))],
          span,
          from: [keyOf(variable, before), keyOf(variable, group)],
        },
      })
    }
  }
  const adjusted = adjustP(
    pairs.map(({ p }) => p),
    'holm',
  )
  pairs.forEach(({ key, estimate }, i) => {
    estimates[key] = { ...estimate, p: adjusted[i] as number }
  })
  return { n: data.n, omitted: data.n - fewest, estimates, warnings }
}
