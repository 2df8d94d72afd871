import { notDefined } from '../problems.ts'
import { binomialTest, clopperPearson } from '../statistics/binomial.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'
import { pairFaults, pairFields, pairsOf } from './pairs.ts'

/** Sign test of pairs. */
export const signTest = defineMethod({
  id: 'sign-test',
  about:
    'Sign test of pairs, first minus second: exact binomial p that increases are as frequent as decreases among the pairs that differ; share of increases with Clopper and Pearson’s interval.',
  source:
    'Arbuthnott (1710), Philosophical Transactions 27, 186–190; Conover (1999), Practical Nonparametric Statistics, 3.4.',
  estimates: '`n`, `zeros`, `positive`, `negative`, `sign_test_p`, `share_positive`, `ci95`',
  fields: pairFields,
  example: { first: 'post', second: 'pre' },
  faults: pairFaults,
  run: (line, data) => {
    const { x, y, omitted } = pairsOf(line, data)
    const differences = x.map((value, i) => value - (y[i] as number))
    const positive = differences.filter((value) => value > 0).length
    const negative = differences.filter((value) => value < 0).length
    const moved = positive + negative
    if (moved === 0) throw notDefined({ method: 'sign-test', reason: 'no pair differs' })
    const count = (value: number) =>
      ({ kind: 'count', value, family: { of: 'parts', name: 'signs' } }) as const
    return {
      n: x.length,
      omitted,
      estimates: {
        n: { kind: 'count', value: x.length },
        zeros: count(x.length - moved),
        positive: count(positive),
        negative: count(negative),
        ...numbersOf(Math.min(positive, negative) < 5 ? 0 : moved, {
          sign_test_p: binomialTest(positive, moved),
          share_positive: positive / moved,
          ci95: clopperPearson(positive, moved),
        }),
      },
      warnings: [],
    }
  },
})
