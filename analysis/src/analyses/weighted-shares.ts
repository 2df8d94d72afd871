import * as z from 'zod'
import { normalUpper } from '../numerics/distributions.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { adjustP } from '../statistics/adjust-p.ts'
import { newcombeInterval } from '../statistics/newcombe-interval.ts'
import { weightedDifference } from '../statistics/weighted-mean.ts'
import { columnIn, differenceKeyOf, indicator, inGroup, keyOf, whereOf } from './columns.ts'
import { By, Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { weightedShare } from './weighted-share.ts'

const fields = {
  variables: Columns,
  values: z.array(z.number()).min(1),
  by: By.optional(),
}
type Line = LineOf<typeof fields>

export const weightedShares = defineMethod({
  id: 'weighted-shares',
  about:
    'Weighted share of respondents with one of the codes: of all, of each group (Wilson at the effective sample size), their differences (Newcombe; p by the design, Holm over the variables), and the lead of the most frequent variable.',
  source:
    'Wilson (1927), JASA 22, 209–212; Newcombe (1998), Statistics in Medicine 17, 873–890; Gutmann & Maymin (1987), Annals of Statistics 15, 456–461.',
  estimates: '`v`, `v@a`, `v@a-b`, `v>w`',
  fields,
  example: { variables: ['bar_health', 'bar_debts'], values: [4, 5] },
  run: (line, data) => runWeightedShares(line, data),
})

/**
 * Weighted share of respondents with one of the codes, per variable: for all, for each group, and the
 * differences of neighbouring groups (Newcombe's interval at effective sample sizes; p by the design, Holm's
 * adjustment over the variables).
 */
const runWeightedShares = (plan: Line, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  const warnings: string[] = []
  const by = plan.by && columnIn(data, plan.by.variable).values
  const groups = plan.by?.groups.map(({ value }) => value) ?? []
  const pairs: { key: string; p: number; estimate: Extract<Estimate, { kind: 'difference' }> }[] =
    []
  let fewest = data.n
  for (const variable of plan.variables) {
    const column = columnIn(data, variable)
    const ones = indicator(column.values, plan.values)
    const shareOf = (group?: number) => weightedShare(inGroup(ones, by, group), data.design.weights)
    const all = weightedShare(ones, data.design.weights)
    if (all === undefined) {
      warnings.push(`${variable}: nobody has a value`)
      continue
    }
    fewest = Math.min(fewest, all.base)
    const family =
      groups.length > 0
        ? { family: { of: 'domains' as const, name: variable, whole: all.base } }
        : {}
    const { nEff: _, ...whole } = all
    const subject = { variable, codes: plan.values }
    estimates[keyOf(variable)] = { ...whole, sensitive: column.sensitive, subject }
    for (const [i, group] of groups.entries()) {
      const share = shareOf(group)
      if (share === undefined) {
        warnings.push(`${keyOf(variable, group)}: nobody has a value`)
        continue
      }
      const { nEff, ...own } = share
      estimates[keyOf(variable, group)] = {
        ...own,
        sensitive: column.sensitive,
        ...family,
        subject: { ...subject, where: whereOf(plan.by, group) },
      }
      const before = groups[i - 1]
      const previous = before === undefined ? undefined : shareOf(before)
      if (before === undefined || previous === undefined) continue
      const [low, high] = newcombeInterval(
        { share: previous.value, n: previous.nEff },
        { share: share.value, n: nEff },
      )
      pairs.push({
        key: differenceKeyOf(variable, before, group),
        p: pOfDifference(inGroup(ones, by, before), inGroup(ones, by, group), data),
        estimate: {
          kind: 'difference',
          of: 'share',
          value: previous.value - share.value,
          low,
          high,
          p: 1,
          bases: [previous.base, share.base],
          span: 1,
          from: [keyOf(variable, before), keyOf(variable, group)],
        },
      })
    }
  }
  for (const [key, lead] of leadsOf(plan, estimates, data)) estimates[key] = lead
  const adjusted = adjustP(
    pairs.map(({ p }) => p),
    'holm',
  )
  pairs.forEach(({ key, estimate }, i) => {
    estimates[key] = { ...estimate, p: adjusted[i] as number }
  })
  return { n: data.n, omitted: data.n - fewest, estimates, warnings }
}

/**
 * `first>other`: the lead of the most frequent variable over each other one, among the same respondents. No adjustment:
 * whoever claims only that the first is first must find it ahead of the second, and of all the others with it.
 * @see Gutmann & Maymin (1987), Annals of Statistics 15, 456–461, on the selected population being the best
 */
const leadsOf = (
  { variables, values: codes }: Line,
  estimates: Readonly<Record<string, Estimate>>,
  data: Prepared,
): [string, Estimate][] => {
  const ranked = variables
    .flatMap((variable) => {
      const share = estimates[variable]
      return share?.kind === 'share' ? [{ variable, share }] : []
    })
    .sort((a, b) => b.share.value - a.share.value)
  const [first, ...others] = ranked
  if (first === undefined) return []
  const ones = (variable: string) => indicator(columnIn(data, variable).values, codes)
  return others.map((other) => {
    const a = ones(first.variable)
    const b = ones(other.variable)
    const { mean, low, high } = weightedDifference(a, b, data.design)
    return [
      `${first.variable}>${other.variable}`,
      {
        kind: 'difference',
        of: 'share',
        value: mean,
        low,
        high,
        p: pOfDifference(a, b, data),
        bases: [first.share.base, other.share.base],
        span: 1,
        from: [first.variable, other.variable],
      },
    ]
  })
}

/** Two-sided p of the design-based difference by the normal distribution; 1 where neither group varies. */
export const pOfDifference = (
  first: Float64Array,
  second: Float64Array,
  data: Prepared,
): number => {
  const { mean, se } = weightedDifference(first, second, data.design)
  if (se === 0) return mean === 0 ? 1 : 0
  return Math.min(1, 2 * normalUpper(Math.abs(mean) / se))
}
