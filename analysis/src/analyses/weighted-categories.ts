import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate } from '../result.ts'
import { columnIn, countPresent, indicator } from './columns.ts'
import { Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { weightedShare } from './weighted-share.ts'

const fields = {
  variables: Columns,
  categories: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
        label: z.string(),
        values: z.array(z.number()).min(1),
      }),
    )
    .min(2),
}
type Line = LineOf<typeof fields>

export const weightedCategories = defineMethod({
  id: 'weighted-categories',
  about:
    'Weighted share of each category (a set of codes) of each variable, with Wilson’s interval at the effective sample size.',
  source:
    'Kish (1965), Survey Sampling, for the effective sample size; Wilson (1927), JASA 22, 209–212.',
  estimates: '`v:name`, `v:missing`',
  fields,
  example: {
    variables: ['off_club'],
    categories: [
      { name: 'unknown', label: 'unknown', values: [0] },
      { name: 'used', label: 'used', values: [2] },
    ],
  },
  run: (line, data) => runWeightedCategories(line, data),
})

/**
 * Weighted share of each category, per variable: `variable:category`; and `variable:missing`, the number of
 * respondents without a value.
 */
const runWeightedCategories = (plan: Line, data: Prepared): Found => {
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
        subject: { variable, codes: values },
      }
    }
    estimates[`${variable}:missing`] = {
      kind: 'count',
      value: data.n - countPresent(column.values),
    }
  }
  return { n: data.n, omitted: data.n - fewest, estimates, warnings }
}
