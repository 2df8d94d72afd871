import * as z from 'zod'
import { chiSquareUpper, fUpper } from '../numerics/distributions.ts'
import { noncentralityOfF } from '../numerics/noncentral.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import { meanOf, varianceOf } from '../statistics/numbers.ts'
import { bartlett, deviations, type OneWay, oneWay } from '../statistics/one-way.ts'
import { medianOf } from '../statistics/ranks.ts'
import { columnIn, countPresent } from './columns.ts'
import { Code, ColumnName } from './fields.ts'
import { type Group, groupsOf } from './groups.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'

export const factorFields = {
  variable: ColumnName,
  by: ColumnName,
  groups: z.array(Code).min(2).optional(),
}

/** One-way analysis of variance. */
export const anova = defineMethod({
  id: 'anova',
  about:
    'One-way analysis of variance of independent groups, with eta² and its 90 % interval by the noncentral F (lambda / (lambda + N)), omega², epsilon², Cohen’s f; equal variances by Levene (around the median: Brown–Forsythe; around the mean) and Bartlett. For pairs of groups see `posthoc`.',
  source:
    'Fisher (1925), Statistical Methods for Research Workers; Steiger (2004), Psychological Methods 9, 164–182; Brown & Forsythe (1974), JASA 69, 364–367; Bartlett (1937), Proceedings of the Royal Society A 160, 268–282.',
  estimates:
    '`groups.n.a`, `groups.mean.a`, `groups.sd.a`, `df`, `ss`, `F`, `p`, `eta2`, `omega2`, `epsilon2`, `cohen_f`, `eta2_ci90_noncentralF`, `levene_median.F`, `levene_median.p`, `levene_mean.F`, `levene_mean.p`, `bartlett.K2`, `bartlett.p`, `dfBetween`, `ssBetween`, `msBetween`, `dfWithin`, `ssWithin`, `msWithin`, `r2`, `residualSd`',
  fields: factorFields,
  example: { variable: 'weight', by: 'group' },
  run: (line, data) => {
    const groups = groupsOf(data, line).filter(({ values }) => values.length > 0)
    const all = groups.map(({ values }) => values)
    const found = oneWay(all)
    const { n, ss, df } = found
    const [between, within] = ss
    if (!(between + within > 0))
      throw notDefined({ method: 'anova', reason: 'all values are the same' })
    const base = Math.min(...all.map(({ length }) => length))
    const error = within / df[1]
    const total = between + within
    const { f, p } = ratioOf(found)
    const k2 = bartlett(all)
    const ends =
      f === undefined
        ? undefined
        : [0.95, 0.05].map((level) => {
            const lambda = noncentralityOfF(f, { df1: df[0], df2: df[1], p: level })
            return lambda / (lambda + n)
          })
    const omega = (between - df[0] * error) / (total + error)
    const epsilon = (between - df[0] * error) / total
    return {
      n,
      omitted: countPresent(columnIn(data, line.by).values) - n,
      estimates: {
        ...describedBy(groups),
        ...numbersOf(base, {
          df: [...df],
          ss: [...ss],
          F: f,
          p,
          eta2: between / total,
          omega2: omega,
          epsilon2: epsilon,
          cohen_f: within > 0 ? Math.sqrt(between / within) : undefined,
          eta2_ci90_noncentralF: ends,
        }),
        ...variancesOf(all, base),
        ...(k2 === undefined
          ? {}
          : numbersOf(base, { K2: k2, p: chiSquareUpper(k2, groups.length - 1) }, 'bartlett.')),
        ...numbersOf(base, {
          dfBetween: df[0],
          ssBetween: between,
          msBetween: between / df[0],
          dfWithin: df[1],
          ssWithin: within,
          msWithin: error,
          r2: between / total,
          residualSd: Math.sqrt(error),
        }),
      },
      warnings: [
        ...(f === undefined ? ['no spread within the groups: F is not defined'] : []),
        ...(k2 === undefined ? ['a group has no spread: Bartlett’s test is not defined'] : []),
      ],
    }
  },
})

const ratioOf = ({ ss, df }: OneWay): { readonly f?: number; readonly p?: number } => {
  if (!(ss[1] > 0)) return {}
  const f = ss[0] / df[0] / (ss[1] / df[1])
  return { f, p: fUpper(f, df[0], df[1]) }
}

const variancesOf = (groups: readonly Float64Array[], base: number): Record<string, Estimate> => {
  const around = (name: string, centreOf: (values: Float64Array) => number) => {
    const { f, p } = ratioOf(deviations(groups, centreOf))
    return numbersOf(base, { F: f, p }, `${name}.`)
  }
  return {
    ...around('levene_median', medianOf),
    ...around('levene_mean', (values) => meanOf(values)),
  }
}

/** Size, mean and standard deviation of each group, by its label. */
export const describedBy = (groups: readonly Group[]): Record<string, Estimate> =>
  Object.assign(
    {},
    ...groups.map(
      ({ label, values }): Record<string, Estimate> => ({
        [`groups.n.${label}`]: {
          kind: 'count',
          value: values.length,
          family: { of: 'parts', name: 'groups.n' },
        },
        ...numbersOf(values.length, {
          [`groups.mean.${label}`]: values.length > 0 ? meanOf(values) : undefined,
          [`groups.sd.${label}`]: values.length > 1 ? Math.sqrt(varianceOf(values)) : undefined,
        }),
      }),
    ),
  )
