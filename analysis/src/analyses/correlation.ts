import * as z from 'zod'
import { normalUpper, normalUpperQuantile, tTwoSided } from '../numerics/distributions.ts'
import { qrOf } from '../numerics/qr.ts'
import type { Column, Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import { meanOf } from '../statistics/numbers.ts'
import { pearson } from '../statistics/pearson.ts'
import { spearmanExactP } from '../statistics/spearman-exact.ts'
import { columnIn } from './columns.ts'
import { correlationMatrix } from './correlation-matrix.ts'
import { atLeastFour, testedCorrelation } from './correlation-test.ts'
import { ColumnName, Counts } from './fields.ts'
import type { Found } from './found.ts'
import { codesIn } from './groups.ts'
import { defineMethod, type LineOf } from './method.ts'
import { numbersOf } from './numbers-of.ts'
import { pairwiseOf } from './pairwise.ts'
import { polychoricOf } from './polychoric-of.ts'

const KINDS = ['pair', 'matrix', 'partial', 'polychoric', 'dependent', 'independent'] as const
const fields = {
  kind: z.enum(KINDS).optional(),
  variables: z.array(ColumnName).min(2).optional(),
  /** Held constant, for `partial`. */
  controlling: z.array(ColumnName).min(1).optional(),
  /** Counts by rows, for `polychoric` without variables. */
  table: Counts.optional(),
  /** Two correlations and their numbers of respondents, for `independent`. */
  r: z.tuple([z.number().gt(-1).lt(1), z.number().gt(-1).lt(1)]).optional(),
  n: z.tuple([z.int().min(4), z.int().min(4)]).optional(),
}
type Line = LineOf<typeof fields>

const kindOf = ({ kind, variables = [], controlling, table, r }: Line): (typeof KINDS)[number] => {
  if (kind !== undefined) return kind
  if (controlling !== undefined) return 'partial'
  if (table !== undefined) return 'polychoric'
  if (r !== undefined) return 'independent'
  return variables.length > 2 ? 'matrix' : 'pair'
}

/** Correlations. */
export const correlation = defineMethod({
  id: 'correlation',
  about:
    'Correlations of respondents with both values, unweighted. `pair`: Pearson (interval by Fisher’s z), Spearman (interval by Bonett and Wright), Kendall’s tau-b. `matrix`: of all pairs (`r`, `n`), and of respondents without any missing value (`matrix_…`, `partial_all_others` by QR); p above the diagonal by Holm, below as they are. `partial`: two variables, others held constant. `polychoric` (tetrachoric for two categories each): in two steps, and under `ml` correlation and thresholds all at once, with χ² against two normal variables. `dependent`: whether the first variable correlates alike with the second and the third (Williams’ t). `independent`: two correlations of the plan. Two variables mean `pair`, more `matrix`, unless `kind` is given.',
  source:
    'Pearson (1895); Fisher (1921), Metron 1, 3–32; Spearman (1904), American Journal of Psychology 15, 72–101; Bonett & Wright (2000), Psychometrika 65, 23–28; Kendall (1970), Rank Correlation Methods; Olsson (1979), Psychometrika 44, 443–460; Williams (1959), JRSS B 21, 396–399; Steiger (1980), Psychological Bulletin 87, 245–251.',
  estimates:
    'pair: `n`, `pearson`, `t`, `df`, `p`, `ci95`, `spearman`, `spearman_p_t`, `spearman_exact_p` (without ties), `spearman_ci95_bonett_wright`, `kendall_tau_b`, `kendall_z`, `kendall_p`; matrix: `r`, `n`, `matrix_pearson`, `matrix_spearman`, `matrix_kendall`, `p_holm_upper`, `partial_all_others`; partial: `n`, `partial`, `t`, `df`, `p`, `ci95`; polychoric: `rho_two_step`, `se`, `row_thresholds`, `col_thresholds`, `table`, `ml.rho`, `ml.se`, `ml.row_thresholds`, `ml.col_thresholds`, `ml.chisq`, `ml.df`, `ml.p`; dependent: `r12`, `r13`, `r23`, `n`, `williams_t`, `p`; independent: `r1`, `n1`, `r2`, `n2`, `z`, `p`',
  fields,
  example: { variables: ['rating', 'complaints'] },
  faults: (line) => {
    const kind = kindOf(line)
    const size = line.variables?.length ?? 0
    const fault = (message: string, remedy: string) => [{ path: '', message, remedy }]
    if (kind === 'independent')
      return line.r && line.n ? [] : fault('two correlations are needed', 'give "r" and "n"')
    if (kind === 'polychoric')
      return (size === 2) !== (line.table !== undefined)
        ? []
        : fault('two variables or a table are needed', 'give two "variables", or "table"')
    if (kind === 'partial' && (size !== 2 || line.controlling === undefined))
      return fault('two variables and what is held constant', 'give "variables" and "controlling"')
    if (kind === 'dependent' && size !== 3)
      return fault('three variables are needed', 'give three "variables"')
    if (kind === 'pair' && size !== 2)
      return fault('two variables are needed', 'give two "variables", or "kind": "matrix"')
    return kind === 'matrix' && size < 2 ? fault('variables are needed', 'give "variables"') : []
  },
  run: (line, data) => {
    const names = line.variables ?? []
    const sides = [...names, ...(line.controlling ?? [])].map((name) => columnIn(data, name))
    const kind = kindOf(line)
    if (kind === 'pair') return pair(sides, data)
    if (kind === 'matrix') return correlationMatrix(names, sides, data)
    const columns = sides.map(({ values }) => values)
    switch (kind) {
      case 'partial':
        return partial(columns, data)
      case 'polychoric':
        return polychoricOf(line.table ?? countsOf(complete(columns) as unknown as Pair), {
          rows: data.n,
          given: line.table !== undefined,
        })
      case 'dependent':
        return dependent(columns, data)
      case 'independent':
        return independent(line)
    }
  },
})

type Columns = readonly Float64Array[]
type Pair = readonly [Float64Array, Float64Array]

/** Respondents with all values; @throws notDefined with fewer than four. */
const complete = (columns: Columns): Columns => {
  const cases = completeCases(columns)
  atLeastFour(cases[0]?.length ?? 0)
  return cases
}

const fisherInterval = (r: number, se: number): readonly [number, number] => {
  const reach = normalUpperQuantile(0.025) * se
  return [Math.tanh(Math.atanh(r) - reach), Math.tanh(Math.atanh(r) + reach)]
}

const pair = (sides: readonly Column[], data: Prepared): Found => {
  const found = pairwiseOf(sides, data.crew)
  const n = found.complete
  atLeastFour(n)
  const r = found.pearson(0, 1)
  const rank = found.spearman(0, 1)
  const { tau, z: value } = found.kendall(0, 1)
  return {
    n,
    omitted: data.n - n,
    estimates: {
      n: { kind: 'count', value: n },
      ...numbersOf(n, {
        pearson: r,
        ...testedCorrelation(r, n - 2),
        ci95: fisherInterval(r, 1 / Math.sqrt(n - 3)),
        spearman: rank,
        spearman_p_t: testedCorrelation(rank, n - 2).p,
        spearman_exact_p: exactPOf(sides, { rank, n }),
        spearman_ci95_bonett_wright: fisherInterval(
          rank,
          Math.sqrt((1 + (rank * rank) / 2) / (n - 3)),
        ),
        kendall_tau_b: tau,
        kendall_z: value,
        kendall_p: Math.min(1, 2 * normalUpper(Math.abs(value))),
      }),
    },
    warnings: Math.abs(r) === 1 ? ['the variables are the same up to scale: t is infinite'] : [],
  }
}

/** Up to this number of pairs R counts exactly. */
const EXACT_UP_TO = 1289

/** Exact p of Spearman's rho; undefined with ties or many pairs. */
const exactPOf = (
  sides: readonly Column[],
  { rank, n }: { readonly rank: number; readonly n: number },
): number | undefined => {
  if (n > EXACT_UP_TO) return undefined
  const cases = completeCases(sides.map(({ values }) => values))
  return cases.every((values) => new Set(values).size === n) ? spearmanExactP(rank, n) : undefined
}

const partial = (columns: Columns, data: Prepared): Found => {
  const [x, y, ...others] = complete(columns) as unknown as [Float64Array, Float64Array]
  const n = x.length
  // About their means, so that large ones take no digits.
  const qr = qrOf(others.map(centred))
  const df = n - 2 - qr.rank
  if (df < 2)
    throw notDefined({
      method: 'correlation',
      reason: 'too few respondents for what is held constant',
    })
  const r = pearson(qr.residuals(centred(x)), qr.residuals(centred(y)))
  return {
    n,
    omitted: data.n - n,
    estimates: {
      n: { kind: 'count', value: n },
      ...numbersOf(n, {
        partial: r,
        ...testedCorrelation(r, df),
        ci95: fisherInterval(r, 1 / Math.sqrt(df - 1)),
      }),
    },
    warnings:
      qr.rank < others.length ? ['what is held constant holds a combination of others'] : [],
  }
}

const centred = (values: Float64Array): Float64Array => {
  const mean = meanOf(values)
  return values.map((value) => value - mean)
}

const countsOf = ([x, y]: Pair): readonly (readonly number[])[] => {
  const [a, b] = [codesIn(x), codesIn(y)]
  const counts = a.map(() => b.map(() => 0))
  x.forEach((value, i) => {
    const row = counts[a.indexOf(value)] as number[]
    const j = b.indexOf(y[i] as number)
    row[j] = (row[j] as number) + 1
  })
  return counts
}

const dependent = (columns: Columns, data: Prepared): Found => {
  const [x, y, w] = complete(columns) as unknown as [Float64Array, Float64Array, Float64Array]
  const n = x.length
  const [r12, r13, r23] = [pearson(x, y), pearson(x, w), pearson(y, w)]
  const determinant = 1 - r12 ** 2 - r13 ** 2 - r23 ** 2 + 2 * r12 * r13 * r23
  const mean = (r12 + r13) / 2
  const below = (2 * (n - 1) * determinant) / (n - 3) + mean ** 2 * (1 - r23) ** 3
  if (!(below > 0))
    throw notDefined({ method: 'correlation', reason: 'two of the variables are the same' })
  const t = (r12 - r13) * Math.sqrt(((n - 1) * (1 + r23)) / below)
  return {
    n,
    omitted: data.n - n,
    estimates: {
      ...numbersOf(n, { r12, r13, r23, williams_t: t, p: tTwoSided(t, n - 3) }),
      n: { kind: 'count', value: n },
    },
    warnings: [],
  }
}

const independent = ({ r, n }: Line): Found => {
  const [[r1, r2], [n1, n2]] = [r as [number, number], n as [number, number]]
  const value = (Math.atanh(r1) - Math.atanh(r2)) / Math.sqrt(1 / (n1 - 3) + 1 / (n2 - 3))
  const base = Math.min(n1, n2)
  return {
    n: n1 + n2,
    omitted: 0,
    estimates: {
      ...numbersOf(base, { r1, r2, z: value, p: Math.min(1, 2 * normalUpper(Math.abs(value))) }),
      n1: { kind: 'count', value: n1 },
      n2: { kind: 'count', value: n2 },
    },
    warnings: [],
  }
}
