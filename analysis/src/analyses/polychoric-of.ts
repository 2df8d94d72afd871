import { polychoric } from '../statistics/polychoric.ts'
import { polychoricAtOnce } from '../statistics/polychoric-ml.ts'
import { attempt } from './attempt.ts'
import type { Found } from './found.ts'
import { numbersOf } from './numbers-of.ts'

/** Polychoric correlation of a table of counts: of the plan (`given`), or of those with both values among `rows`. */
export const polychoricOf = (
  counts: readonly (readonly number[])[],
  { rows, given }: { readonly rows: number; readonly given: boolean },
): Found => {
  const steps = polychoric(counts)
  const { rho, se, rowThresholds, colThresholds, table, n } = steps
  const warnings: string[] = []
  const once = attempt('ml', () => polychoricAtOnce(steps), warnings)
  return {
    n,
    omitted: given ? 0 : rows - n,
    estimates: {
      ...numbersOf(n, {
        rho_two_step: rho,
        se,
        row_thresholds: rowThresholds,
        col_thresholds: colThresholds,
        ...(once && {
          'ml.rho': once.rho,
          'ml.se': once.se,
          'ml.row_thresholds': once.rowThresholds,
          'ml.col_thresholds': once.colThresholds,
          'ml.chisq': once.chiSquare,
          'ml.df': once.df,
          'ml.p': once.p,
        }),
      }),
      table: { kind: 'matrix', of: 'count', values: table, base: n },
    },
    warnings,
  }
}
