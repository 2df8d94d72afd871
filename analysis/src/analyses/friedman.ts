import { chiSquareUpper } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import { ranksOf, tieSum } from '../statistics/ranks.ts'
import { columnIn } from './columns.ts'
import { Columns } from './fields.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'

/** Friedman's test of several values of each respondent. */
export const friedman = defineMethod({
  id: 'friedman',
  about:
    'Friedman’s χ² of several values of each respondent, ranked within respondents, corrected for ties; Kendall’s W = χ² / (n (k − 1)). Respondents with a missing value are left out.',
  source:
    'Friedman (1937), JASA 32, 675–701; Kendall & Babington Smith (1939), Annals of Mathematical Statistics 10, 275–287.',
  estimates: '`chi2`, `df`, `p`, `kendall_w`, `n`',
  fields: { variables: Columns.min(2) },
  example: { variables: ['RoundOut', 'NarrowAngle', 'WideAngle'] },
  run: ({ variables }, data) => {
    const items = completeCases(variables.map((name) => columnIn(data, name).values))
    const [n, k] = [items[0]?.length ?? 0, items.length]
    if (n < 2)
      throw notDefined({ method: 'friedman', reason: 'fewer than two complete respondents' })
    const sums = new Float64Array(k)
    let equal = 0
    for (let row = 0; row < n; row++) {
      const { ranks, ties } = ranksOf(items.map((item) => item[row] as number))
      equal += tieSum(ties)
      ranks.forEach((rank, j) => {
        sums[j] = (sums[j] as number) + rank
      })
    }
    const below = n * k * (k + 1) - equal / (k - 1)
    if (!(below > 0))
      throw notDefined({ method: 'friedman', reason: 'no respondent tells the variables apart' })
    const around = sums.reduce((sum, own) => sum + (own - (n * (k + 1)) / 2) ** 2, 0)
    const chi2 = (12 * around) / below
    return {
      n,
      omitted: data.n - n,
      estimates: {
        ...numbersOf(n, {
          chi2,
          df: k - 1,
          p: chiSquareUpper(chi2, k - 1),
          kendall_w: chi2 / (n * (k - 1)),
        }),
        n: { kind: 'count', value: n },
      },
      warnings: [],
    }
  },
})
