import { binomialTest } from '../statistics/binomial.ts'
import { signedRank } from '../statistics/signed-rank.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'
import { pairFaults, pairFields, pairsOf } from './pairs.ts'

/** Wilcoxon's signed-rank test of pairs. */
export const wilcoxon = defineMethod({
  id: 'wilcoxon',
  about:
    'Wilcoxon’s signed ranks of pairs, first minus second: pairs that do not differ are left out and counted (`zeros`), `V` is the sum of the positive ranks. Asymptotic p with and without continuity correction, exact p conditional on ties, matched-pairs rank-biserial correlation, pseudomedian with the interval the asymptotic test leaves; and the sign test.',
  source:
    'Wilcoxon (1945), Biometrics Bulletin 1, 80–83; Streitberg & Röhmel (1986), Statistical Software Newsletter 12, 10–17; Kerby (2014), Comprehensive Psychology 3, 11.IT.3.1.',
  estimates:
    '`n`, `zeros`, `V`, `z`, `p_asymptotic_cc`, `p_asymptotic`, `p_exact_with_ties`, `p_less_exact`, `p_greater_exact`, `matched_rank_biserial`, `pseudomedian`, `ci95`, `sign_test_p`',
  fields: pairFields,
  example: { first: 'post', second: 'pre' },
  faults: pairFaults,
  run: (line, data) => {
    const { x, y, omitted } = pairsOf(line, data)
    const n = x.length
    const differences = x.map((value, i) => value - (y[i] as number))
    const found = signedRank(differences)
    const positive = differences.filter((value) => value > 0).length
    return {
      n,
      omitted,
      estimates: {
        n: { kind: 'count', value: n },
        zeros: { kind: 'count', value: found.zeros },
        ...numbersOf(n - found.zeros, {
          V: found.v,
          z: found.z,
          p_asymptotic_cc: found.pCorrected,
          p_asymptotic: found.p,
          p_exact_with_ties: found.exact?.two,
          p_less_exact: found.exact?.less,
          p_greater_exact: found.exact?.greater,
          matched_rank_biserial: found.rankBiserial,
          pseudomedian: found.pseudomedian,
          ci95: found.interval,
          sign_test_p: binomialTest(positive, n - found.zeros),
        }),
      },
      warnings: found.exact === undefined ? ['too many pairs for an exact p'] : [],
    }
  },
})
