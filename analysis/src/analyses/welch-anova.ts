import { fUpper } from '../numerics/distributions.ts'
import { welchF } from '../statistics/one-way.ts'
import { describedBy, factorFields } from './anova.ts'
import { columnIn, countPresent } from './columns.ts'
import { groupsOf } from './groups.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'

/** Welch's analysis of variance. */
export const welchAnova = defineMethod({
  id: 'welch-anova',
  about:
    'Welch’s F of the means of independent groups with variances of their own. For pairs of groups see `posthoc` (Games–Howell).',
  source: 'Welch (1951), Biometrika 38, 330–336.',
  estimates: '`groups.n.a`, `groups.mean.a`, `groups.sd.a`, `welch.F`, `welch.df`, `welch.p`',
  fields: factorFields,
  example: { variable: 'weight', by: 'group' },
  run: (line, data) => {
    const groups = groupsOf(data, line).filter(({ values }) => values.length > 0)
    const all = groups.map(({ values }) => values)
    const { f, df } = welchF(all)
    const n = all.reduce((sum, { length }) => sum + length, 0)
    return {
      n,
      omitted: countPresent(columnIn(data, line.by).values) - n,
      estimates: {
        ...describedBy(groups),
        ...numbersOf(
          Math.min(...all.map(({ length }) => length)),
          { F: f, df: [...df], p: fUpper(f, df[0], df[1]) },
          'welch.',
        ),
      },
      warnings: [],
    }
  },
})
