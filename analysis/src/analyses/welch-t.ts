import {
  atLeastTwo,
  meanDifference,
  tLower,
  tOf,
  tUpper,
  varianceRatioP,
  welchError,
} from '../statistics/t-test.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'
import { describedGroups, twoGroupFields, twoSummariesOf } from './two-groups.ts'

/** Welch's t of two independent means with variances of their own. */
export const welchT = defineMethod({
  id: 'welch-t',
  about:
    'Welch’s t of the difference of two independent means, first group minus second, with variances of their own (Welch–Satterthwaite degrees of freedom); standardised differences as in `t-test`.',
  source:
    'Welch (1947), Biometrika 34, 28–35; Hedges (1981), Journal of Educational Statistics 6, 107–128.',
  estimates:
    '`n`, `mean`, `sd`, `welch.t`, `welch.df`, `welch.p`, `welch.ci95`, `welch.estimate`, `welch.stderr`, `welch_less`, `welch_greater`, `f_var_test_p`, and the standardised differences of `t-test`',
  fields: twoGroupFields,
  example: { variable: 'mpg', by: 'am', groups: [1, 0] },
  run: (line, data) => {
    const both = twoSummariesOf(line, data)
    const { x, y, base, n, omitted } = both
    atLeastTwo('welch-t', x, y)
    const found = tOf(
      { estimate: meanDifference(x, y), ...welchError(x, y) },
      { confidence: line.confidence ?? 0.95 },
    )
    return {
      n,
      omitted,
      estimates: {
        ...describedGroups(both, line.confidence),
        ...numbersOf(base, { ...found, estimate: [x.mean, y.mean] }, 'welch.'),
        ...numbersOf(base, {
          welch_less: tLower(found.t, found.df),
          welch_greater: tUpper(found.t, found.df),
          f_var_test_p: varianceRatioP(x, y),
        }),
      },
      warnings: [],
    }
  },
})
