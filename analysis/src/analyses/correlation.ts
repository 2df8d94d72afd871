import * as z from 'zod'
import { normalUpper, normalUpperQuantile, tTwoSided } from '../numerics/distributions.ts'
import { qrOf } from '../numerics/qr.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { adjustP } from '../statistics/adjust-p.ts'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import { kendall } from '../statistics/kendall.ts'
import { meanOf, varianceOf } from '../statistics/numbers.ts'
import { pearson } from '../statistics/pearson.ts'
import { polychoric } from '../statistics/polychoric.ts'
import { ranksOf } from '../statistics/ranks.ts'
import { columnIn } from './columns.ts'
import { ColumnName, Counts } from './fields.ts'
import type { Found } from './found.ts'
import { codesIn } from './groups.ts'
import { defineMethod, type LineOf } from './method.ts'
import { numbersOf } from './numbers-of.ts'

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
    'Correlations of respondents with both values, unweighted. `pair`: Pearson (interval by Fisher’s z), Spearman (interval by Bonett and Wright), Kendall’s tau-b. `matrix`: of all pairs (`r`, `n`), and of respondents without any missing value (`matrix_…`, `partial_all_others` by QR); p above the diagonal by Holm, below as they are. `partial`: two variables, others held constant. `polychoric`: in two steps (tetrachoric for two categories each). `dependent`: whether the first variable correlates alike with the second and the third (Williams’ t). `independent`: two correlations of the plan. Two variables mean `pair`, more `matrix`, unless `kind` is given.',
  source:
    'Pearson (1895); Fisher (1921), Metron 1, 3–32; Spearman (1904), American Journal of Psychology 15, 72–101; Bonett & Wright (2000), Psychometrika 65, 23–28; Kendall (1970), Rank Correlation Methods; Olsson (1979), Psychometrika 44, 443–460; Williams (1959), JRSS B 21, 396–399; Steiger (1980), Psychological Bulletin 87, 245–251.',
  estimates:
    'pair: `n`, `pearson`, `t`, `df`, `p`, `ci95`, `spearman`, `spearman_p_t`, `spearman_ci95_bonett_wright`, `kendall_tau_b`, `kendall_z`, `kendall_p`; matrix: `r`, `n`, `matrix_pearson`, `matrix_spearman`, `matrix_kendall`, `p_holm_upper`, `partial_all_others`; partial: `n`, `partial`, `t`, `df`, `p`, `ci95`; polychoric: `rho_two_step`, `se`, `row_thresholds`, `col_thresholds`, `table`; dependent: `r12`, `r13`, `r23`, `n`, `williams_t`, `p`; independent: `r1`, `n1`, `r2`, `n2`, `z`, `p`',
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
    const columns = [...names, ...(line.controlling ?? [])].map(
      (name) => columnIn(data, name).values,
    )
    switch (kindOf(line)) {
      case 'pair':
        return pair(columns, data)
      case 'matrix':
        return matrix(names, columns, data)
      case 'partial':
        return partial(columns, data)
      case 'polychoric':
        return polychoricOf(line.table, columns, data)
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
  if ((cases[0]?.length ?? 0) < 4)
    throw notDefined({
      method: 'correlation',
      reason: 'fewer than four respondents have all values',
    })
  return cases
}

const fisherInterval = (r: number, se: number): readonly [number, number] => {
  const reach = normalUpperQuantile(0.025) * se
  return [Math.tanh(Math.atanh(r) - reach), Math.tanh(Math.atanh(r) + reach)]
}

const tested = (r: number, df: number) => {
  const t = (r * Math.sqrt(df)) / Math.sqrt(1 - r * r)
  return { t, df, p: Number.isFinite(t) ? tTwoSided(t, df) : 0 }
}

const spearman = (x: Float64Array, y: Float64Array) => pearson(ranksOf(x).ranks, ranksOf(y).ranks)

const pair = (columns: Columns, data: Prepared): Found => {
  const [x, y] = complete(columns) as unknown as Pair
  const n = x.length
  const r = pearson(x, y)
  const rank = spearman(x, y)
  const { tau, z: value } = kendall(x, y)
  return {
    n,
    omitted: data.n - n,
    estimates: {
      n: { kind: 'count', value: n },
      ...numbersOf(n, {
        pearson: r,
        ...tested(r, n - 2),
        ci95: fisherInterval(r, 1 / Math.sqrt(n - 3)),
        spearman: rank,
        spearman_p_t: tested(rank, n - 2).p,
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

const matrix = (names: readonly string[], columns: Columns, data: Prepared): Found => {
  const cases = complete(columns)
  const n = cases[0]?.length ?? 0
  const square = (of: (i: number, j: number) => number) => ({
    rows: names,
    cols: names,
    values: names.map((_, i) => names.map((__, j) => of(i, j))),
  })
  const symmetric = (of: (x: Float64Array, y: Float64Array) => number, sides = cases) => {
    const known = new Map<string, number>()
    return square((i, j) => {
      if (i === j) return 1
      const key = i < j ? `${i},${j}` : `${j},${i}`
      const found = known.get(key) ?? of(sides[i] as Float64Array, sides[j] as Float64Array)
      known.set(key, found)
      return found
    })
  }
  const both = (x: Float64Array, y: Float64Array) => completeCases([x, y]) as unknown as Pair
  const r = symmetric((x, y) => pearson(...both(x, y)), columns)
  const sizes = square(
    (i, j) => both(columns[i] as Float64Array, columns[j] as Float64Array)[0].length,
  )
  const places = names.flatMap((_, i) => names.slice(i + 1).map((__, j) => [i, i + 1 + j] as const))
  const raw = places.map(
    ([i, j]) => tested(r.values[i]?.[j] as number, (sizes.values[i]?.[j] as number) - 2).p,
  )
  const holm = adjustP(raw, 'holm')
  const at = (i: number, j: number) => places.findIndex(([a, b]) => a === i && b === j)
  const partials = partialsOf(cases)
  const fewest = Math.min(...sizes.values.flat())
  return {
    n,
    omitted: data.n - n,
    estimates: {
      n: { kind: 'matrix', of: 'count', ...sizes, base: fewest },
      ...numbersOf(fewest, {
        r,
        p_holm_upper: square((i, j) =>
          i === j ? 0 : i < j ? (holm[at(i, j)] as number) : (raw[at(j, i)] as number),
        ),
      }),
      ...numbersOf(n, {
        matrix_pearson: symmetric(pearson),
        matrix_spearman: symmetric(spearman),
        matrix_kendall: symmetric((x, y) => kendall(x, y).tau),
        partial_all_others: partials && square((i, j) => partials[i]?.[j] as number),
      }),
    },
    warnings:
      partials === undefined
        ? ['a variable is a combination of the others: no partial correlations']
        : [],
  }
}

/** Deviations from the mean, in standard deviations. */
const standardized = (values: Float64Array): Float64Array => {
  const mean = meanOf(values)
  const sd = Math.sqrt(varianceOf(values))
  return values.map((value) => (value - mean) / sd)
}

/** Correlations of each pair with all others held constant; undefined if one is a combination of others. */
const partialsOf = (cases: Columns): readonly (readonly number[])[] | undefined => {
  const qr = qrOf(cases.map(standardized))
  if (qr.rank < cases.length) return undefined
  const inverse = qr.inverse()
  return cases.map((_, i) =>
    cases.map((__, j) =>
      i === j
        ? 1
        : -(inverse[i]?.[j] as number) /
          Math.sqrt((inverse[i]?.[i] as number) * (inverse[j]?.[j] as number)),
    ),
  )
}

const partial = (columns: Columns, data: Prepared): Found => {
  const [x, y, ...others] = complete(columns) as unknown as [Float64Array, Float64Array]
  const n = x.length
  const qr = qrOf([new Float64Array(n).fill(1), ...(others as Float64Array[])])
  const df = n - 1 - qr.rank
  if (df < 2)
    throw notDefined({
      method: 'correlation',
      reason: 'too few respondents for what is held constant',
    })
  const r = pearson(qr.residuals(x), qr.residuals(y))
  return {
    n,
    omitted: data.n - n,
    estimates: {
      n: { kind: 'count', value: n },
      ...numbersOf(n, {
        partial: r,
        ...tested(r, df),
        ci95: fisherInterval(r, 1 / Math.sqrt(df - 1)),
      }),
    },
    warnings:
      qr.rank < others.length + 1 ? ['what is held constant holds a combination of others'] : [],
  }
}

const polychoricOf = (
  given: readonly (readonly number[])[] | undefined,
  columns: Columns,
  data: Prepared,
): Found => {
  const counts = given ?? countsOf(complete(columns) as unknown as Pair)
  const { rho, se, rowThresholds, colThresholds, table, n } = polychoric(counts)
  return {
    n,
    omitted: given === undefined ? data.n - n : 0,
    estimates: {
      ...numbersOf(n, {
        rho_two_step: rho,
        se,
        row_thresholds: rowThresholds,
        col_thresholds: colThresholds,
      }),
      table: { kind: 'matrix', of: 'count', values: table, base: n },
    },
    warnings: [],
  }
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
