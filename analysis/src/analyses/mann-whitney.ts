import { mannWhitney as test } from '../statistics/mann-whitney.ts'
import { defineMethod } from './method.ts'
import { countsOf, numbersOf } from './numbers-of.ts'
import { twoGroupFields, twoGroupsOf } from './two-groups.ts'

/** Mann and Whitney's U, Wilcoxon's rank-sum test, of two independent groups. */
export const mannWhitney = defineMethod({
  id: 'mann-whitney',
  about:
    'Mann and Whitney’s U (Wilcoxon’s rank sum) of two independent groups: `U1` counts the pairs in which the first group is higher, ties half. Asymptotic p with and without continuity correction, exact p conditional on ties (group sizes up to a product of 2500), rank-biserial correlation (Cliff’s delta), Vargha and Delaney’s A, the Hodges–Lehmann shift and its interval.',
  source:
    'Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50–60; Streitberg & Röhmel (1986), Statistical Software Newsletter 12, 10–17; Hodges & Lehmann (1963), Annals of Mathematical Statistics 34, 598–611; Vargha & Delaney (2000), Journal of Educational and Behavioral Statistics 25, 101–132.',
  estimates:
    '`n`, `U1`, `U2`, `W` (as `U1`), `z`, `p_asymptotic_cc`, `p_asymptotic`, `p_exact_with_ties`, `p_two` (as before), `p_less`, `p_greater`, `r_z_over_sqrtN`, `rank_biserial`, `cliff_delta`, `a12`, `hodges_lehmann`, `hl` (as before), `ci95_asymptotic`, `ci95` (exact, without ties)',
  fields: {
    variable: twoGroupFields.variable,
    by: twoGroupFields.by,
    groups: twoGroupFields.groups,
  },
  example: { variable: 'Ozone', by: 'Month', groups: [5, 8] },
  run: (line, data) => {
    const { x, y, base, n, omitted } = twoGroupsOf(line, data)
    const found = test(x, y)
    const { exact } = found
    return {
      n,
      omitted,
      estimates: {
        n: countsOf([x.length, y.length]),
        ...numbersOf(base, {
          U1: found.u1,
          U2: found.u2,
          W: found.u1,
          z: found.z,
          p_asymptotic_cc: found.pCorrected,
          p_asymptotic: found.p,
          p_exact_with_ties: exact?.two,
          p_two: exact?.two,
          p_less: exact?.less,
          p_greater: exact?.greater,
          r_z_over_sqrtN: found.z / Math.sqrt(n),
          rank_biserial: found.rankBiserial,
          cliff_delta: found.rankBiserial,
          a12: found.u1 / (x.length * y.length),
          hodges_lehmann: found.shift,
          hl: found.shift,
          ci95_asymptotic: found.asymptotic,
          ci95: found.exactInterval,
        }),
      },
      warnings: exact === undefined ? ['too many values for an exact p'] : [],
    }
  },
})
