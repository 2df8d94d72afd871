import type { Estimate } from '../result.ts'
import type { Found } from './found.ts'

/** What no number can be given for is left out, by name, with a warning; NaN never leaves a method. Infinity is a number here. */
export const finite = (found: Found): Found => {
  const entries = Object.entries(found.estimates)
  const undefinedOnes = entries
    .filter(([, estimate]) => isUndefined(estimate))
    .map(([name]) => name)
  const notEstimable = {
    ...found.notEstimable,
    ...Object.fromEntries(undefinedOnes.map((name) => [name, 'not defined for these data'])),
  }
  return {
    ...found,
    estimates: Object.fromEntries(entries.filter(([, estimate]) => !isUndefined(estimate))),
    ...(Object.keys(notEstimable).length > 0 ? { notEstimable } : {}),
    warnings: [
      ...found.warnings,
      ...Object.entries(found.notEstimable ?? {}).map(
        ([name, reason]) => `${name}: not defined: ${reason}`,
      ),
      ...undefinedOnes.map((name) => `${name}: not defined for these data`),
    ],
  }
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
