import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import type { PlanFault } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { columnIn, indicator } from './columns.ts'
import { ColumnName, Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type Given, type LineOf } from './method.ts'
import { batteriesOf, flagKinds, indicesOf } from './quality-flags.ts'
import { weightedShare } from './weighted-share.ts'

const fields = {
  variables: Columns,
  values: z.array(z.number()).min(1),
  /**
   * `without`: without those for whom the column is 1; `unweighted`: every answer counts the same;
   * `without-conspicuous`: without those with two kinds of flags of careless answering.
   */
  how: z.enum(['without', 'unweighted', 'without-conspicuous']),
  column: ColumnName.optional(),
  /** For `without-conspicuous`: scales of the plan in the order of presentation, as for `quality-indices`. */
  scales: z.array(z.string().min(1)).min(1).optional(),
  pageTimes: Columns.optional(),
  contradictions: Columns.optional(),
}
type Line = LineOf<typeof fields>

/** Shares calculated another way, as the difference to the shares of the report. */
export const recheck = defineMethod({
  id: 'recheck',
  about:
    'By how many points of 100 shares change if some respondents are left out, those who answered conspicuously among them, or if nobody is weighted: the other way minus the report’s. A difference is told only if at least ten with a value fall out, since it tells about them.',
  source: 'Sensitivity analysis; Saltelli et al. (2008), Global Sensitivity Analysis, ch. 1.',
  estimates: '`v`, in points of 100',
  fields,
  example: { variables: ['coa_1'], values: [4, 5], how: 'without', column: 'helped' },
  faults: ({ how, column, scales }): readonly PlanFault[] => [
    ...faultAt('column', how === 'without', column),
    ...faultAt('scales', how === 'without-conspicuous', scales),
  ],
  run: (line, data, given) => runRecheck(line, data, given),
})

const faultAt = (
  path: 'column' | 'scales',
  isNeeded: boolean,
  given: unknown,
): readonly PlanFault[] =>
  isNeeded === (given !== undefined)
    ? []
    : [
        {
          path,
          message: isNeeded ? 'it is not said who is left out' : 'nobody is left out by it here',
          remedy:
            'give "column" with "how": "without", "scales" with "without-conspicuous", and neither otherwise',
        },
      ]

/** 1 for those who are left out; undefined where nobody is. */
const leftOut = (line: Line, data: Prepared, given: Given): ArrayLike<number> | undefined => {
  if (line.how === 'without-conspicuous') {
    const { indices } = indicesOf(line, batteriesOf(line, given), data)
    return flagKinds(indices, data.n).map((kinds) => Number(kinds > 1))
  }
  return line.column === undefined ? undefined : columnIn(data, line.column).values
}

const runRecheck = (line: Line, data: Prepared, given: Given): Found => {
  const { variables, values, how } = line
  const estimates: Record<string, Estimate> = {}
  const warnings: string[] = []
  const out = leftOut(line, data, given)
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
