import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { type Summary, summaryOf } from '../statistics/distribution-moments.ts'
import { effectSizes } from '../statistics/effect-sizes.ts'
import { presentIn } from '../statistics/numbers.ts'
import { atLeastTwo, meanDifference, tOf, welchError } from '../statistics/t-test.ts'
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
    const sides = groups.map((group) => summaryOf(presentIn(inGroup(values, of, group))))
    const [first, second] = sides as [Summary, Summary]
    atLeastTwo('mean-comparison', first, second)
    const difference = meanDifference(first, second)
    const welch = tOf({ estimate: difference, ...welchError(first, second) })
    const effect = effectSizes(first, second)
    const sizes = [first.n, second.n] as const
    const base = first.n + second.n
    fewest = Math.min(fewest, base)
    const span = spreadOf(values)
    const coefficient = (value: number, more: object = {}): Estimate => ({
      kind: 'coefficient',
      value,
      base: Math.min(...sizes),
      ...more,
    })
    sides.forEach(({ n, mean, variance }, i) => {
      const key = keyOf(variable, groups[i] as number)
      estimates[`${key}.mean`] = coefficient(mean)
      estimates[`${key}.sd`] = coefficient(Math.sqrt(variance))
      estimates[`${key}.n`] = {
        kind: 'count',
        value: n,
        family: { of: 'parts', name: `${variable}.n` },
      }
    })
    estimates[`${variable}.difference`] = {
      kind: 'difference',
      of: 'mean',
      value: difference,
      low: welch.ci95[0],
      high: welch.ci95[1],
      p: welch.p,
      bases: sizes,
      span,
      from: [`${keyOf(variable, groups[0])}.mean`, `${keyOf(variable, groups[1])}.mean`],
    }
    estimates[`${variable}.t`] = coefficient(welch.t)
    estimates[`${variable}.df`] = coefficient(welch.df)
    estimates[`${variable}.p`] = coefficient(welch.p)
    estimates[`${variable}.g`] = coefficient(effect.hedges_g, {
      low: effect.hedges_g_ci95[0],
      high: effect.hedges_g_ci95[1],
    })
    estimates[`${variable}.d`] = coefficient(effect.cohen_d)
  }
  return { n: data.n, omitted: data.n - fewest, estimates, warnings: [] }
}
