import type { Estimate, ResultTable } from '../result.ts'
import type { Found } from './found.ts'

/** What no number can be given for is left out, by name, with a warning; NaN never leaves a method. Infinity is a number here. */
export const finite = (found: Found): Found => {
  const entries = Object.entries(found.estimates)
  const estimates = entries.filter(([, estimate]) => !isUndefined(estimate))
  const lost = entries.filter(([, estimate]) => isUndefined(estimate)).map(([name]) => name)
  const empty = entries.length === 0 && found.warnings.length === 0
  const notEstimable = {
    ...found.notEstimable,
    ...Object.fromEntries(lost.map((name) => [name, 'not defined for these data'])),
    ...(empty ? { all: 'nobody has a value' } : {}),
  }
  return {
    ...found,
    estimates: Object.fromEntries(estimates),
    ...(found.tables && {
      tables: Object.fromEntries(
        Object.entries(found.tables).map(([name, table]) => [name, finiteTable(table)]),
      ),
    }),
    ...(Object.keys(notEstimable).length > 0 ? { notEstimable } : {}),
    warnings: [
      ...found.warnings,
      ...Object.entries(found.notEstimable ?? {}).map(
        ([name, reason]) => `${name}: not defined: ${reason}`,
      ),
      ...lost.map((name) => `${name}: not defined for these data`),
      ...(empty ? ['not defined: nobody has a value'] : []),
    ],
  }
}

/** Cells without a number are empty. */
const finiteTable = (table: ResultTable): ResultTable =>
  table.kind === 'counts'
    ? table
    : {
        ...table,
        values: table.values.map((row) =>
          row.map((value) => (value === null || !Number.isFinite(value) ? null : value)),
        ),
      }

const isUndefined = (estimate: Estimate): boolean => {
  switch (estimate.kind) {
    case 'list':
      return estimate.values.some(Number.isNaN)
    case 'matrix':
      return estimate.values.some((row) => row.some(Number.isNaN))
    default:
      return (
        Number.isNaN(estimate.value) ||
        ('low' in estimate && Number.isNaN(estimate.low)) ||
        ('high' in estimate && Number.isNaN(estimate.high)) ||
        (estimate.kind === 'difference' && Number.isNaN(estimate.p))
      )
  }
}
