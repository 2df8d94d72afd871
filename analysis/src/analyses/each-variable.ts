import { Problem } from '@echolot/problem'
import type { Prepared } from '../prepare/prepared.ts'
import type { PlanFault } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { ColumnName, Columns } from './fields.ts'
import type { Found } from './found.ts'

/** `variable`: names of estimates stand alone; `variables`: each begins with `variable.`. */
export const oneOrMore = { variable: ColumnName.optional(), variables: Columns.optional() }
type OneOrMore = {
  readonly variable?: string | undefined
  readonly variables?: readonly string[] | undefined
}

export const oneOrMoreFaults = ({ variable, variables }: OneOrMore): readonly PlanFault[] =>
  (variable === undefined) === (variables === undefined)
    ? [
        {
          path: '',
          message: 'one variable or several, not both and not none',
          remedy: 'give "variable" or "variables"',
        },
      ]
    : []

/** Finds something for one variable, or for several with their names before the names of the estimates. */
export const eachVariable = (
  { variable, variables }: OneOrMore,
  data: Prepared,
  find: (variable: string) => Found,
): Found => {
  if (variable !== undefined) return find(variable)
  const parts = (variables ?? []).map((name) => prefixed(name, () => find(name), data.n))
  return {
    n: data.n,
    omitted: Math.max(0, ...parts.map(({ omitted }) => omitted)),
    estimates: Object.assign({}, ...parts.map(({ estimates }) => estimates)),
    tables: Object.assign({}, ...parts.map(({ tables }) => tables)),
    warnings: parts.flatMap(({ warnings }) => warnings),
  }
}

/** One variable for which the result is not defined does not cost the others theirs. */
const prefixed = (name: string, find: () => Found, n: number): Found => {
  try {
    const found = find()
    const named = <Value>(record: Readonly<Record<string, Value>> = {}) =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [`${name}.${key}`, value]))
    return {
      ...found,
      estimates: named(
        Object.fromEntries(
          Object.entries(found.estimates).map(([key, estimate]) => [key, moved(name, estimate)]),
        ),
      ),
      tables: named(found.tables),
      warnings: found.warnings.map((warning) => `${name}: ${warning}`),
    }
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.type !== 'result-not-defined') throw fault
    return {
      n: 0,
      omitted: n,
      estimates: {},
      warnings: [`${name}: not defined: ${String(fault.details.reason)}`],
    }
  }
}

/** Names of other estimates inside an estimate move with it. */
const moved = (name: string, estimate: Estimate): Estimate => {
  if (estimate.kind === 'difference')
    return { ...estimate, from: [`${name}.${estimate.from[0]}`, `${name}.${estimate.from[1]}`] }
  return 'family' in estimate && estimate.family !== undefined
    ? { ...estimate, family: { ...estimate.family, name: `${name}.${estimate.family.name}` } }
    : estimate
}
