import * as z from 'zod'
import { normalUpper, tTwoSided } from '../numerics/distributions.ts'
import { studentizedRangeQuantile, studentizedRangeUpper } from '../numerics/studentized-range.ts'
import { notDefined } from '../problems.ts'
import { ADJUSTMENTS, type Adjustment, adjustP } from '../statistics/adjust-p.ts'
import { summaryOf } from '../statistics/distribution-moments.ts'
import { mannWhitney } from '../statistics/mann-whitney.ts'
import { meanOf, varianceOf } from '../statistics/numbers.ts'
import { oneWay } from '../statistics/one-way.ts'
import { ranksOf, tieSum } from '../statistics/ranks.ts'
import { welchError } from '../statistics/t-test.ts'
import { factorFields } from './anova.ts'
import { columnIn, countPresent } from './columns.ts'
import { type Group, groupsOf } from './groups.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'

const USUAL = ['holm', 'bonferroni', 'BH'] as const satisfies readonly Adjustment[]

/** All pairs of groups after an analysis of variance or a Kruskal–Wallis test. */
export const posthoc = defineMethod({
  id: 'posthoc',
  about:
    'All pairs of groups: Tukey’s and Kramer’s honest differences (one variance) and Games and Howell’s (variances of their own) by the studentized range; t tests with the pooled variance and Welch’s t tests, rank-sum tests (with continuity correction) and Dunn’s test of the ranks of all groups, p adjusted by Holm, Bonferroni and BH unless `adjust` says otherwise.',
  source:
    'Tukey (1949), Biometrics 5, 99–114; Games & Howell (1976), Journal of Educational Statistics 1, 113–125; Dunn (1964), Technometrics 6, 241–252; Holm (1979), Scandinavian Journal of Statistics 6, 65–70.',
  estimates:
    'matrices by pair (later group minus earlier): `tukey` (diff, lwr, upr, p adj), `games_howell` (diff, se, df, p, lwr, upr), `dunn` (z, p, and p by adjustment); lower triangles of adjusted p: `pairwise_t_holm`, `pairwise_t_bonferroni`, `pairwise_t_bh`, likewise `pairwise_welch_…`, `pairwise_wilcox_…`, `dunn_…`',
  fields: { ...factorFields, adjust: z.array(z.enum(ADJUSTMENTS)).min(1).optional() },
  example: { variable: 'weight', by: 'group', adjust: ['holm'] },
  run: (line, data) => {
    const groups = groupsOf(data, line).filter(({ values }) => values.length > 0)
    const all = groups.map(({ values }) => values)
    const { n, ss, df } = oneWay(all)
    const error = ss[1] / df[1]
    const pairs = pairsOf(groups)
    const base = Math.min(...all.map(({ length }) => length))
    const adjustments = line.adjust ?? USUAL
    const warnings: string[] = []
    const rows = pairs.map(({ name }) => name)
    const adjusted = (name: string, p: readonly number[]) =>
      Object.fromEntries(
        adjustments.map((adjustment) => [
          `${name}_${adjustment.toLowerCase()}`,
          triangle(groups, pairs, adjustP(p, adjustment)),
        ]),
      )
    const own = all.every((values) => values.length > 1 && varianceOf(values) > 0)
    if (!own)
      warnings.push(
        'a group has fewer than two values, or no spread: no test with variances of their own',
      )
    if (!(error > 0)) warnings.push('no spread within the groups: no test of means')
    const dunn = dunnOf(groups, pairs)
    return {
      n,
      omitted: countPresent(columnIn(data, line.by).values) - n,
      estimates: numbersOf(base, {
        ...(error > 0
          ? {
              tukey: {
                rows,
                cols: ['diff', 'lwr', 'upr', 'p adj'],
                values: tukey(pairs, { error, df: df[1], k: groups.length }),
              },
              ...adjusted(
                'pairwise_t',
                pairs.map(({ x, y }) => {
                  const se = Math.sqrt(error * (1 / x.length + 1 / y.length))
                  return tTwoSided((meanOf(y) - meanOf(x)) / se, df[1])
                }),
              ),
            }
          : {}),
        ...(own
          ? {
              games_howell: {
                rows,
                cols: ['diff', 'se', 'df', 'p', 'lwr', 'upr'],
                values: gamesHowell(pairs, groups.length),
              },
              ...adjusted(
                'pairwise_welch',
                pairs.map(({ x, y }) => {
                  const { stderr, df: own } = welchError(summaryOf(x), summaryOf(y))
                  return tTwoSided((meanOf(y) - meanOf(x)) / stderr, own)
                }),
              ),
            }
          : {}),
        ...(dunn === undefined
          ? {}
          : {
              ...adjusted(
                'pairwise_wilcox',
                pairs.map(({ x, y }) => wilcoxP(x, y)),
              ),
              dunn: {
                rows,
                cols: ['z', 'p', ...adjustments],
                values: dunn.map(({ z: value, p }, i) => [
                  value,
                  p,
                  ...adjustments.map(
                    (adjustment) =>
                      adjustP(
                        dunn.map((pair) => pair.p),
                        adjustment,
                      )[i] as number,
                  ),
                ]),
              },
              ...adjusted(
                'dunn',
                dunn.map(({ p }) => p),
              ),
            }),
      }),
      warnings,
    }
  },
})

type Pair = {
  /** `later-earlier`. */
  readonly name: string
  readonly x: Float64Array
  readonly y: Float64Array
  readonly places: readonly [number, number]
}

const pairsOf = (groups: readonly Group[]): readonly Pair[] => {
  if (groups.length < 2)
    throw notDefined({ method: 'posthoc', reason: 'fewer than two groups have values' })
  return groups.flatMap((first, i) =>
    groups.slice(i + 1).map((second, j) => ({
      name: `${second.label}-${first.label}`,
      x: first.values,
      y: second.values,
      places: [i, i + 1 + j] as const,
    })),
  )
}

/** Rows: second to last group; columns: first to last but one; nothing above the diagonal. */
const triangle = (groups: readonly Group[], pairs: readonly Pair[], values: readonly number[]) => {
  const labels = groups.map(({ label }) => label)
  return {
    rows: labels.slice(1),
    cols: labels.slice(0, -1),
    values: labels.slice(1).map((_, r) =>
      labels.slice(0, -1).map((_, c) => {
        const at = pairs.findIndex(({ places }) => places[0] === c && places[1] === r + 1)
        return at < 0 ? null : (values[at] as number)
      }),
    ),
  }
}

const tukey = (
  pairs: readonly Pair[],
  { error, df, k }: { readonly error: number; readonly df: number; readonly k: number },
) => {
  const reach = studentizedRangeQuantile(0.05, k, df)
  return pairs.map(({ x, y }) => {
    const difference = meanOf(y) - meanOf(x)
    const se = Math.sqrt((error / 2) * (1 / x.length + 1 / y.length))
    return [
      difference,
      difference - reach * se,
      difference + reach * se,
      studentizedRangeUpper(Math.abs(difference) / se, k, df),
    ]
  })
}

const gamesHowell = (pairs: readonly Pair[], k: number) =>
  pairs.map(({ x, y }) => {
    const difference = meanOf(y) - meanOf(x)
    const { stderr, df } = welchError(summaryOf(x), summaryOf(y))
    const reach = (studentizedRangeQuantile(0.05, k, df) / Math.SQRT2) * stderr
    const p = studentizedRangeUpper((Math.abs(difference) / stderr) * Math.SQRT2, k, df)
    return [difference, stderr, df, p, difference - reach, difference + reach]
  })

const wilcoxP = (x: Float64Array, y: Float64Array): number => {
  const first = x[0]
  return x.every((value) => value === first) && y.every((value) => value === first)
    ? 1
    : mannWhitney(x, y).pCorrected
}

/** Dunn's z of the mean ranks among all groups; undefined if all values are the same. */
const dunnOf = (groups: readonly Group[], pairs: readonly Pair[]) => {
  const all = Float64Array.from(groups.flatMap(({ values }) => [...values]))
  const n = all.length
  const { ranks, ties } = ranksOf(all)
  const variance = (n * (n + 1)) / 12 - tieSum(ties) / (12 * (n - 1))
  if (!(variance > 0)) return undefined
  let from = 0
  const means = groups.map(({ values }) => {
    const own = ranks.slice(from, from + values.length)
    from += values.length
    return meanOf(own)
  })
  return pairs.map(({ x, y, places }) => {
    const difference = (means[places[1]] as number) - (means[places[0]] as number)
    const z = difference / Math.sqrt(variance * (1 / x.length + 1 / y.length))
    return { z, p: Math.min(1, 2 * normalUpper(Math.abs(z))) }
  })
}
