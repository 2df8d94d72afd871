import type { Estimate } from '../result.ts'

/**
 * Respondents who must stay unknown behind a number: all with a value; of two-valued answers the rarer side, because a share
 * gives it away.
 */
export const rarestOf = (values: Float64Array, inside: (row: number) => boolean): number => {
  let ones = 0
  let zeros = 0
  let others = 0
  values.forEach((value, row) => {
    if (!inside(row) || Number.isNaN(value)) return
    if (value === 1) ones += 1
    else if (value === 0) zeros += 1
    else others += 1
  })
  const all = ones + zeros + others
  return others > 0 || ones === 0 || zeros === 0 ? all : Math.min(ones, zeros)
}

/** Estimates that stand on no more than `base` respondents. */
export const heldTo = (
  base: number,
  estimates: Readonly<Record<string, Estimate>>,
): Readonly<Record<string, Estimate>> =>
  Object.fromEntries(
    Object.entries(estimates).map(([name, estimate]) => [
      name,
      'base' in estimate ? { ...estimate, base: Math.min(base, estimate.base) } : estimate,
    ]),
  )
