import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import type { PlanFault } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { columnIn, indicator } from './columns.ts'
import { ColumnName, Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { weightedShare } from './weighted-share.ts'

const fields = {
  variables: Columns,
  values: z.array(z.number()).min(1),
  /** `without`: without those for whom the column is 1; `unweighted`: every answer counts the same. */
  how: z.enum(['without', 'unweighted']),
  column: ColumnName.optional(),
}
type Line = LineOf<typeof fields>

/** Shares calculated another way, as the difference to the shares of the report. */
export const recheck = defineMethod({
  id: 'recheck',
  about:
    'By how many points of 100 shares change if some respondents are left out, or if nobody is weighted: the other way minus the report’s. A difference is told only if at least ten with a value fall out, since it tells about them.',
  source: 'Sensitivity analysis; Saltelli et al. (2008), Global Sensitivity Analysis, ch. 1.',
  estimates: '`v`, in points of 100',
  fields,
  example: { variables: ['coa_1'], values: [4, 5], how: 'without', column: 'helped' },
  faults: ({ how, column }): readonly PlanFault[] =>
    (how === 'without') === (column !== undefined)
      ? []
      : [
          {
            path: 'column',
            message:
              how === 'without' ? 'it is not said who is left out' : 'nobody is left out here',
            remedy: 'give "column" with "how": "without", and with nothing else',
          },
        ],
  run: (line, data) => runRecheck(line, data),
})

const runRecheck = ({ variables, values, how, column }: Line, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  const warnings: string[] = []
  const out = column === undefined ? undefined : columnIn(data, column).values
  const equal = new Float64Array(data.n).fill(1)
  let fewest = data.n
  for (const variable of variables) {
    const ones = indicator(columnIn(data, variable).values, values)
    const kept = out === undefined ? ones : ones.map((one, i) => (out[i] === 1 ? Number.NaN : one))
    const report = weightedShare(ones, data.design.weights)
    const other = weightedShare(kept, how === 'unweighted' ? equal : data.design.weights)
    if (report === undefined || other === undefined) {
      warnings.push(`${variable}: nobody has a value`)
      continue
    }
    fewest = Math.min(fewest, other.base)
    estimates[variable] = {
      kind: 'coefficient',
      value: (other.value - report.value) * 100,
      base: how === 'unweighted' ? other.base : Math.min(other.base, report.base - other.base),
    }
  }
  return { n: fewest, omitted: data.n - fewest, estimates, warnings }
}
