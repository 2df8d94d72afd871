import type { Column, Prepared } from '../prepare/prepared.ts'
import { adjustP } from '../statistics/adjust-p.ts'
import { atLeastFour, testedCorrelation } from './correlation-test.ts'
import type { Found } from './found.ts'
import { numbersOf } from './numbers-of.ts'
import { pairwiseOf } from './pairwise.ts'

/** Correlations of all pairs of variables; p above the diagonal by Holm, below as they are. */
export const correlationMatrix = (
  names: readonly string[],
  columns: readonly Column[],
  data: Prepared,
): Found => {
  const found = pairwiseOf(columns, data.crew)
  const n = found.complete
  atLeastFour(n)
  const square = (values: readonly ArrayLike<number>[]) => ({
    rows: names,
    cols: names,
    values: values.map((row) => Array.from(row)),
  })
  const symmetric = (
    of: (i: number, j: number) => number,
    diagonal: (i: number) => number = () => 1,
  ) => {
    const values = names.map(() => new Array<number>(names.length).fill(Number.NaN))
    names.forEach((_, i) => {
      for (let j = i; j < names.length; j++) {
        const value = i === j ? diagonal(i) : of(i, j)
        ;(values[i] as number[])[j] = value
        ;(values[j] as number[])[i] = value
      }
    })
    return values
  }
  const at = (values: readonly (readonly number[])[], i: number, j: number) =>
    values[i]?.[j] as number
  const sizes = symmetric(found.size, (i) => found.size(i, i))
  const r = symmetric(found.present)
  const raw = symmetric(
    (i, j) => testedCorrelation(at(r, i, j), at(sizes, i, j) - 2).p,
    () => 0,
  )
  const upper = names.flatMap((_, i) => raw[i]?.slice(i + 1) ?? [])
  const holm = adjustP(upper, 'holm')
  let place = 0
  const adjusted = raw.map((row, i) => row.map((p, j) => (j > i ? (holm[place++] as number) : p)))
  const partials = found.partials()
  const fewest = sizes.flat().reduce((least, size) => Math.min(least, size))
  return {
    n,
    omitted: data.n - n,
    estimates: {
      n: { kind: 'matrix', of: 'count', ...square(sizes), base: fewest },
      ...numbersOf(fewest, { r: square(r), p_holm_upper: square(adjusted) }),
      ...numbersOf(n, {
        matrix_pearson: square(symmetric(found.pearson)),
        matrix_spearman: square(symmetric(found.spearman)),
        matrix_kendall: square(symmetric((i, j) => found.kendall(i, j).tau)),
        partial_all_others: partials && square(partials),
      }),
    },
    warnings:
      partials === undefined
        ? ['a variable is a combination of the others: no partial correlations']
        : [],
  }
}
