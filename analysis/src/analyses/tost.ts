import * as z from 'zod'
import {
  atLeastTwo,
  meanDifference,
  pooledError,
  tLower,
  tOf,
  tUpper,
  welchError,
} from '../statistics/t-test.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'
import { twoGroupFields, twoSummariesOf } from './two-groups.ts'

/** Two one-sided tests: whether two means differ by less than a bound. */
export const tost = defineMethod({
  id: 'tost',
  about:
    'Two one-sided t tests of equivalence: whether the difference of two independent means, first minus second, lies between −`bound` and `bound`, in the unit of the variable. Welch’s standard error unless `variances` is `equal`; `ci90` is the interval that lies inside the bounds when both tests reject at 5 %.',
  source: 'Schuirmann (1987), Journal of Pharmacokinetics and Biopharmaceutics 15, 657–680.',
  estimates:
    '`bound`, `p_lower`, `p_upper`, `p` (the larger), `ci90`, `difference`, `stderr`, `df`',
  fields: {
    variable: twoGroupFields.variable,
    by: twoGroupFields.by,
    groups: twoGroupFields.groups,
    bound: z.number().positive(),
    variances: z.enum(['unequal', 'equal']).optional(),
  },
  example: { variable: 'wt', by: 'am', groups: [1, 0], bound: 1.5 },
  run: (line, data) => {
    const { x, y, base, n, omitted } = twoSummariesOf(line, data)
    atLeastTwo('tost', x, y)
    const error = line.variances === 'equal' ? pooledError(x, y) : welchError(x, y)
    const difference = meanDifference(x, y)
    const { df, stderr, ci95: ci90 } = tOf({ estimate: difference, ...error }, { confidence: 0.9 })
    const p_lower = tUpper((difference + line.bound) / stderr, df)
    const p_upper = tLower((difference - line.bound) / stderr, df)
    return {
      n,
      omitted,
      estimates: {
        bound: { kind: 'constant', value: line.bound },
        ...numbersOf(base, {
          p_lower,
          p_upper,
          p: Math.max(p_lower, p_upper),
          ci90,
          difference,
          stderr,
          df,
        }),
      },
      warnings: [],
    }
  },
})
