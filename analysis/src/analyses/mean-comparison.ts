import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { hedgesG } from '../statistics/hedges-g.ts'
import { welchTTest } from '../statistics/welch-t-test.ts'
import { columnIn, inGroup, keyOf, spreadOf } from './columns.ts'
import { ColumnName, Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'

const fields = {
  variables: Columns,
  by: ColumnName,
  groups: z.tuple([z.number(), z.number()]),
}
type Line = LineOf<typeof fields>

export const meanComparison = defineMethod({
  id: 'mean-comparison',
  about:
    'Difference of the means of two groups, per variable: Welch’s t, Hedges’ g with the interval of the noncentral t. Unweighted.',
  source:
    'Welch (1947), Biometrika 34, 28–35; Hedges (1981), Journal of Educational Statistics 6, 107–128.',
  estimates:
    '`v@a.mean`, `v@a.sd`, `v@a.n`, `v.difference` (+ `.p`), `v.t`, `v.df`, `v.p`, `v.g`, `v.d`',
  fields,
  example: { variables: ['NET_100'], by: 'single', groups: [1, 0] },
  run: (line, data) => runMeanComparison(line, data),
})

/** Welch's t and Hedges' g of two groups, per variable; unweighted. Keys `variable.difference`, `variable.t` … */
const runMeanComparison = ({ variables, by, groups }: Line, data: Prepared): Found => {
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
