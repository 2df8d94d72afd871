import * as z from 'zod'
import { distributionOfValues } from '../columns/distribution.ts'
import { summaryBy } from '../statistics/distribution-moments.ts'
import { hedgesJ, noncentralInterval } from '../statistics/effect-sizes.ts'
import {
  atLeastTwo,
  meanDifference,
  pooledError,
  tLower,
  tOf,
  tUpper,
  varianceRatioP,
} from '../statistics/t-test.ts'
import { columnIn, distributionIn } from './columns.ts'
import { Code, ColumnName, confidence } from './fields.ts'
import { groupDistributions } from './groups.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'
import { describedGroups, twoSummariesOf } from './two-groups.ts'

const NOBODY = distributionOfValues([])

/** Student's t of one mean against a number, or of two independent means under one variance. */
export const tTest = defineMethod({
  id: 't-test',
  about:
    'Student’s t: one mean against `mu` (without `by`, or with one group), or the difference of two independent means, first group minus second, under one variance; with Cohen’s d, Hedges’ g (exact J) and their intervals by the noncentral t. Intervals are of 95 % unless `confidence` says otherwise; the names stay.',
  source:
    'Student (1908), Biometrika 6, 1–25; Hedges (1981), Journal of Educational Statistics 6, 107–128; Steiger & Fouladi (1997), in: What If There Were No Significance Tests?, 221–257.',
  estimates:
    'one mean: `t`, `df`, `p`, `ci95`, `estimate`, `stderr`, `p_less`, `p_greater`, `cohen_d`, `cohen_d_ci95`, `hedges_g`; two: `n`, `mean`, `sd`, `student.t`, `student.df`, `student.p`, `student.ci95`, `student.estimate`, `student.stderr`, `student_less`, `student_greater`, `f_var_test_p`, `cohen_d`, `cohen_d_ci95`, `hedges_J_exact`, `hedges_J_approx`, `hedges_g`, `hedges_g_ci95`, `d_large_sample_se`, `glass_delta`, `cles`, `cohen_u3`',
  fields: {
    variable: ColumnName,
    by: ColumnName.optional(),
    groups: z.array(Code).min(1).max(2).optional(),
    /** The mean that is tested against, of one group. */
    mu: z.number().optional(),
    confidence: confidence.optional(),
  },
  example: { variable: 'len', by: 'supp', groups: ['OJ', 'VC'] },
  faults: ({ by, groups, mu }) => [
    ...(by === undefined && groups !== undefined
      ? [{ path: 'groups', message: 'groups of what?', remedy: 'give "by"' }]
      : []),
    ...(mu !== undefined && by !== undefined && groups?.length !== 1
      ? [
          {
            path: 'mu',
            message: 'only one mean is tested against a number',
            remedy: 'name one group',
          },
        ]
      : []),
  ],
  run: (line, data) => {
    const { variable, by, groups, mu = 0 } = line
    const level = line.confidence ?? 0.95
    if (by === undefined || groups?.length === 1) {
      const distribution =
        by === undefined
          ? distributionIn(columnIn(data, variable))
          : (groupDistributions(data, { variable, by, groups })[0]?.distribution ?? NOBODY)
      const one = summaryBy(distribution)
      atLeastTwo('t-test', one)
      const { n, mean: estimate } = one
      const sd = Math.sqrt(one.variance)
      const found = tOf(
        { estimate, stderr: sd / Math.sqrt(n), df: n - 1 },
        { mu, confidence: level },
      )
      const d = (estimate - mu) / sd
      const scale = Math.sqrt(n)
      return {
        n,
        omitted: data.n - n,
        estimates: numbersOf(n, {
          ...found,
          estimate,
          p_less: tLower(found.t, n - 1),
          p_greater: tUpper(found.t, n - 1),
          cohen_d: d,
          cohen_d_ci95: noncentralInterval(found.t, n - 1, level).map((end) => end / scale),
          hedges_g: d * hedgesJ(n - 1),
        }),
        warnings: [],
      }
    }
    const both = twoSummariesOf({ variable, by, groups }, data)
    const { x, y, base, n, omitted } = both
    atLeastTwo('t-test', x, y)
    const found = tOf(
      { estimate: meanDifference(x, y), ...pooledError(x, y) },
      { confidence: level },
    )
    return {
      n,
      omitted,
      estimates: {
        ...describedGroups(both, level),
        ...numbersOf(base, { ...found, estimate: [x.mean, y.mean] }, 'student.'),
        ...numbersOf(base, {
          student_less: tLower(found.t, found.df),
          student_greater: tUpper(found.t, found.df),
          f_var_test_p: varianceRatioP(x, y),
        }),
      },
      warnings: [],
    }
  },
})
