import type { AnalysisPlan } from '../plan/plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { normalUpper } from '../statistics/distributions.ts'
import { hedgesG } from '../statistics/hedges-g.ts'
import { newcombeInterval } from '../statistics/newcombe-interval.ts'
import { presentIn } from '../statistics/numbers.ts'
import { welchTTest } from '../statistics/welch-t-test.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import { columnIn, indicator, inGroup, keyOf } from './columns.ts'
import type { Found } from './found.ts'
import { spreadOf } from './run-weighted-means.ts'

type MeanPlan = Extract<AnalysisPlan, { method: 'mean-comparison' }>
type SharePlan = Extract<AnalysisPlan, { method: 'share-comparison' }>

/** Welch's t and Hedges' g of two groups, per variable; unweighted. Keys `variable.difference`, `variable.t` … */
export const runMeanComparison = ({ variables, by, groups }: MeanPlan, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  const of = columnIn(data, by).values
  let fewest = data.n
  for (const variable of variables) {
    const { values } = columnIn(data, variable)
    const [first, second] = groups.map((group) => inGroup(values, of, group)) as [
      Float64Array,
      Float64Array,
    ]
    const welch = welchTTest(first, second)
    const effect = hedgesG(first, second)
    const base = welch.n[0] + welch.n[1]
    fewest = Math.min(fewest, base)
    const span = spreadOf(values)
    const coefficient = (value: number, more: object = {}): Estimate => ({
      kind: 'coefficient',
      value,
      base: Math.min(...welch.n),
      ...more,
    })
    groups.forEach((group, i) => {
      estimates[`${keyOf(variable, group)}.mean`] = coefficient(welch.means[i] as number)
      estimates[`${keyOf(variable, group)}.sd`] = coefficient(welch.sds[i] as number)
      estimates[`${keyOf(variable, group)}.n`] = {
        kind: 'count',
        value: welch.n[i] as number,
        family: { of: 'parts', name: `${variable}.n` },
      }
    })
    estimates[`${variable}.difference`] = {
      kind: 'difference',
      of: 'mean',
      value: welch.difference,
      low: welch.differenceLow,
      high: welch.differenceHigh,
      p: welch.p,
      bases: welch.n,
      span,
      from: [`${keyOf(variable, groups[0])}.mean`, `${keyOf(variable, groups[1])}.mean`],
    }
    estimates[`${variable}.t`] = coefficient(welch.t)
    estimates[`${variable}.df`] = coefficient(welch.df)
    estimates[`${variable}.p`] = coefficient(welch.p)
    estimates[`${variable}.g`] = coefficient(effect.g, { low: effect.gLow, high: effect.gHigh })
    estimates[`${variable}.d`] = coefficient(effect.d)
  }
  return { n: data.n, omitted: data.n - fewest, estimates, warnings: [] }
}

/** Shares of two groups with Wilson's intervals, their difference with Newcombe's, p by the pooled z; unweighted. */
export const runShareComparison = (
  { variables, values: codes, by, groups }: SharePlan,
  data: Prepared,
): Found => {
  const estimates: Record<string, Estimate> = {}
  const warnings: string[] = []
  const of = columnIn(data, by).values
  let fewest = data.n
  for (const variable of variables) {
    const { values, sensitive } = columnIn(data, variable)
    const parts = groups.map((group) => {
      const ones = presentIn(indicator(inGroup(values, of, group), codes))
      const count = ones.filter((one) => one === 1).length
      return { group, n: ones.length, count, share: ones.length > 0 ? count / ones.length : 0 }
    })
    const [a, b] = parts as [(typeof parts)[number], (typeof parts)[number]]
    if (a.n === 0 || b.n === 0) {
      warnings.push(`${variable}: a group is empty`)
      continue
    }
    fewest = Math.min(fewest, a.n + b.n)
    for (const { group, n, count, share } of [a, b]) {
      const [low, high] = wilsonInterval(share, n)
      estimates[keyOf(variable, group)] = {
        kind: 'share',
        value: share,
        low,
        high,
        base: n,
        count,
        sensitive,
        family: { of: 'domains', name: variable },
      }
    }
    const [low, high] = newcombeInterval({ share: a.share, n: a.n }, { share: b.share, n: b.n })
    const pooled = (a.count + b.count) / (a.n + b.n)
    const se = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n))
    const p = se === 0 ? 1 : Math.min(1, 2 * normalUpper(Math.abs(a.share - b.share) / se))
    estimates[`${variable}.difference`] = {
      kind: 'difference',
      of: 'share',
      value: a.share - b.share,
      low,
      high,
      p,
      bases: [a.n, b.n],
      span: 1,
      from: [keyOf(variable, a.group), keyOf(variable, b.group)],
    }
  }
  return { n: data.n, omitted: data.n - fewest, estimates, warnings }
}
