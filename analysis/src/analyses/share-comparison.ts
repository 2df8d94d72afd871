import * as z from 'zod'
import { normalUpper } from '../numerics/distributions.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { newcombeInterval } from '../statistics/newcombe-interval.ts'
import { presentIn } from '../statistics/numbers.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import { columnIn, indicator, inGroup, keyOf } from './columns.ts'
import { ColumnName, Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'

const fields = {
  variables: Columns,
  /** Codes counted. */
  values: z.array(z.number()).min(1),
  by: ColumnName,
  groups: z.tuple([z.number(), z.number()]),
}
type Line = LineOf<typeof fields>

export const shareComparison = defineMethod({
  id: 'share-comparison',
  about:
    'Difference of the shares of two groups, per variable: Wilson’s intervals, Newcombe’s for the difference, p by the pooled z. Unweighted.',
  source: 'Newcombe (1998), Statistics in Medicine 17, 873–890.',
  estimates: '`v@a`, `v@b`, `v.difference` (+ `.p`)',
  fields,
  example: { variables: ['bar_debts'], values: [4, 5], by: 'single', groups: [1, 0] },
  run: (line, data) => runShareComparison(line, data),
})

/** Shares of two groups with Wilson's intervals, their difference with Newcombe's, p by the pooled z; unweighted. */
const runShareComparison = (
  { variables, values: codes, by, groups }: Line,
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
        subject: { variable, codes, where: [{ variable: by, codes: [group] }] },
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
