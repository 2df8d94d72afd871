import * as z from 'zod'
import { canJoin } from '../columns/joint-counts.ts'
import { twoCounts } from '../columns/two-counts.ts'
import { chiSquareUpper, normalUpperQuantile } from '../numerics/distributions.ts'
import { noncentralChiSquareLower } from '../numerics/noncentral.ts'
import { rootOf } from '../numerics/root.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Coarser, Estimate, Subject } from '../result.ts'
import { binomialDensity, binomialLower, binomialTest } from '../statistics/binomial.ts'
import { fisherExact, fisherTable } from '../statistics/fisher-exact.ts'
import { newcombeInterval } from '../statistics/newcombe-interval.ts'
import { columnIn, distributionIn } from './columns.ts'
import { ColumnName, Counts } from './fields.ts'
import type { Found } from './found.ts'
import { codesIn, codesOf, labelOf } from './groups.ts'
import { defineMethod, type Given, type LineOf } from './method.ts'
import { numbersOf } from './numbers-of.ts'

const fields = {
  /** Two variables, or the counts themselves by rows. */
  rows: ColumnName.optional(),
  columns: ColumnName.optional(),
  table: Counts.optional(),
  test: z.enum(['association', 'mcnemar', 'goodness']).optional(),
  /** Expected shares, for `goodness`: counts in `obs`, or those of the codes of `rows`. */
  obs: z.array(z.int().nonnegative()).min(2).optional(),
  p0: z.array(z.number().positive()).min(2).optional(),
}
type Line = LineOf<typeof fields>

/** Two variables with categories. */
export const crosstab = defineMethod({
  id: 'crosstab',
  about:
    'A table of two variables (or of counts in the plan), unweighted: Pearson’s χ² with expected counts and residuals, G², Cramér’s V (with the interval of the noncentral χ², and corrected for bias by Bergsma), Goodman and Kruskal’s gamma, Fisher’s exact p. Of 2 × 2 tables also Yates’ correction, odds ratio (Wald; conditional with exact interval), risks of the first column by row, their ratio and difference (Newcombe), Cohen’s h. `test: mcnemar`: change in paired answers, asymptotic, exact and mid-p; `test: goodness`: counts `obs` against shares `p0`.',
  source:
    'Agresti (2013), Categorical Data Analysis, 3rd ed.; Fisher (1935), JRSS 98, 39–82; Freeman & Halton (1951), Biometrika 38, 141–149; Bergsma (2013), Journal of the Korean Statistical Society 42, 323–328; Newcombe (1998), Statistics in Medicine 17, 873–890; McNemar (1947), Psychometrika 12, 153–157; Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13, 91.',
  estimates:
    '`table`, `N`, `chi2`, `df`, `p`, `expected`, `pearson_residuals`, `adjusted_residuals`, `G2`, `G2_p`, `cramer_v`, `cramer_v_ci95`, `cramer_v_bias_corrected`, `contingency_coefficient`, `phi`, `min_expected`, `gamma`, `fisher_rxc_p`; 2 × 2: `fisher_p`, `fisher_less`, `fisher_greater`, `fisher_precise.or`, `fisher_precise.ci95` (also as `fisher_conditional_or`, `fisher_or_ci95`), `yates_chi2`, `yates_p`, `or`, `or_wald_ci95`, `risk`, `rr`, `rr_ci95`, `risk_difference`, `rd_newcombe_ci95`, `cohen_h`; mcnemar: `table`, `chi2`, `p`, `chi2_cc`, `p_cc`, `p_exact`, `p_midp`, `or`; goodness: `obs`, `p0`, `chi2`, `df`, `p`',
  fields,
  example: { rows: 'sex', columns: 'town' },
  faults: ({ rows, columns, table, test, obs, p0 }) => {
    if (test === 'goodness')
      return p0 !== undefined && (obs === undefined) !== (rows === undefined)
        ? []
        : [{ path: '', message: 'nothing to compare', remedy: 'give "p0", and "obs" or "rows"' }]
    const both = rows !== undefined && columns !== undefined
    if (both === (table !== undefined))
      return [
        { path: '', message: 'no table, or two', remedy: 'give "rows" and "columns", or "table"' },
      ]
    return table?.some((row) => row.length !== table[0]?.length)
      ? [
          {
            path: 'table',
            message: 'rows of different length',
            remedy: 'fill missing cells with 0',
          },
        ]
      : []
  },
  run: (line, data, given) => {
    if (line.test === 'goodness') return goodness(line, data)
    const table = tableOf(line, data)
    if (line.test === 'mcnemar') return mcnemar(table)
    const fine = association(table)
    const wide = merged(table, given)
    return wide === undefined
      ? fine
      : { ...fine, coarser: [coarserOf(line, { fine, wide, given })] }
  },
})

type Labelled = {
  readonly counts: readonly (readonly number[])[]
  readonly rows?: readonly string[]
  readonly cols?: readonly string[]
  readonly n: number
  readonly omitted: number
  /** Whom each cell counts, where the table comes from the data. */
  readonly subjects?: readonly (readonly Subject[])[]
}

/** The table with categories joined by the plan's bands; undefined if there are none for it. */
const merged = (table: Labelled, { bands = {} }: Given): Labelled | undefined => {
  const { counts, subjects, rows = [], cols = [] } = table
  const codeOf = (subject: Subject | undefined, which: 'row' | 'column') =>
    (which === 'row' ? subject?.codes : subject?.where?.[0]?.codes)?.[0] as number
  const name = (which: 'row' | 'column') => {
    const first = subjects?.[0]?.[0]
    return (which === 'row' ? first?.variable : first?.where?.[0]?.variable) ?? ''
  }
  const groupsOf = (codes: readonly number[], band: readonly (readonly number[])[] | undefined) =>
    band === undefined || !codes.every((code) => band.flat().includes(code))
      ? codes.map((_, i) => [i])
      : band
          .map((own) => codes.flatMap((code, i) => (own.includes(code) ? [i] : [])))
          .filter((own) => own.length > 0)
  if (subjects === undefined) return undefined
  const rowCodes = subjects.map((line) => codeOf(line[0], 'row'))
  const columnCodes = (subjects[0] ?? []).map((subject) => codeOf(subject, 'column'))
  const byRow = groupsOf(rowCodes, bands[name('row')])
  const byColumn = groupsOf(columnCodes, bands[name('column')])
  if (byRow.length === rowCodes.length && byColumn.length === columnCodes.length) return undefined
  if (byRow.length < 2 || byColumn.length < 2) return undefined
  const words = (labels: readonly string[]) => (own: readonly number[]) =>
    own.map((i) => labels[i]).join(' / ')
  return {
    ...table,
    counts: byRow.map((r) =>
      byColumn.map((c) => total(r.flatMap((i) => c.map((j) => counts[i]?.[j] as number)))),
    ),
    rows: byRow.map(words(rows)),
    cols: byColumn.map(words(cols)),
    subjects: byRow.map((r) =>
      byColumn.map((c) => ({
        variable: name('row'),
        codes: r.map((i) => rowCodes[i] as number),
        where: [{ variable: name('column'), codes: c.map((j) => columnCodes[j] as number) }],
      })),
    ),
  }
}

const coarserOf = (
  line: Line,
  { fine, wide, given }: { readonly fine: Found; readonly wide: Labelled; readonly given: Given },
): Coarser => {
  const { estimates, tables = {} } = association(wide)
  const of = [line.rows, line.columns].filter(
    (name): name is string => name !== undefined && given.bands?.[name] !== undefined,
  )
  return {
    variable: of.join(' × '),
    words: [...(wide.rows ?? []), ...(wide.cols ?? [])].join(' | '),
    replaces: Object.keys(fine.estimates),
    estimates,
    tables,
  }
}

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

const tableOf = ({ rows, columns, table }: Line, data: Prepared): Labelled => {
  if (table !== undefined) return { counts: table, n: total(table.flat()), omitted: 0 }
  const [first, second] = [columnIn(data, rows ?? ''), columnIn(data, columns ?? '')]
  const [a, b] = [codesOf(first), codesOf(second)]
  const counts =
    first.coded && second.coded && canJoin([first.coded, second.coded])
      ? rowsOf(twoCounts(first.coded, second.coded, data.crew), a.length)
      : countedRows(first.values, second.values)
  const n = total(counts.map(total))
  return {
    counts,
    rows: a.map((code) => labelOf(first, code)),
    cols: b.map((code) => labelOf(second, code)),
    n,
    omitted: data.n - n,
    subjects: a.map((row) =>
      b.map((column) => ({
        variable: first.name,
        codes: [row],
        where: [{ variable: second.name, codes: [column] }],
      })),
    ),
  }
}

const rowsOf = (table: Float64Array, rows: number): readonly (readonly number[])[] => {
  const width = table.length / rows
  return Array.from({ length: rows }, (_, row) => [
    ...table.subarray(row * width, (row + 1) * width),
  ])
}

/** The same of values that are too many for codes. */
const countedRows = (first: Float64Array, second: Float64Array) => {
  const [a, b] = [first, second].map(
    (values) => new Map(codesIn(values).map((code, place) => [code, place])),
  ) as [Map<number, number>, Map<number, number>]
  const counts = Array.from(a, () => new Array<number>(b.size).fill(0))
  for (let i = 0; i < first.length; i++) {
    const row = counts[a.get(first[i] as number) ?? -1]
    const column = b.get(second[i] as number)
    if (row !== undefined && column !== undefined) row[column] = (row[column] as number) + 1
  }
  return counts
}

/** Numbers that follow from a table are shown only where its counts are. */
const baseOf = (counts: readonly number[]) =>
  counts.some((count) => count > 0 && count < 5) ? 0 : total(counts)

const shownTable = ({ counts, rows, cols, n, subjects }: Labelled) => {
  const estimate: Estimate = {
    kind: 'matrix',
    of: 'count',
    ...(rows && { rows }),
    ...(cols && { cols }),
    values: counts,
    base: n,
  }
  const names = (given: readonly string[] | undefined, length: number) =>
    given ?? Array.from({ length }, (_, i) => String(i + 1))
  return {
    estimate,
    table: {
      kind: 'counts' as const,
      rows: names(rows, counts.length),
      columns: names(cols, counts[0]?.length ?? 0),
      counts,
      margins: true,
      carries: true as const,
      ...(subjects && { subjects }),
    },
  }
}

const association = (labelled: Labelled): Found => {
  const { counts, rows, cols, n, omitted } = labelled
  const rowTotals = counts.map(total)
  const colTotals = (counts[0] ?? []).map((_, j) => total(counts.map((row) => row[j] as number)))
  const [r, k] = [rowTotals.length, colTotals.length]
  if (r < 2 || k < 2 || rowTotals.includes(0) || colTotals.includes(0))
    throw notDefined({ method: 'crosstab', reason: 'a row or column is empty, or the only one' })
  const cells = (of: (count: number, i: number, j: number) => number) =>
    counts.map((row, i) => row.map((count, j) => of(count, i, j)))
  const expected = cells((_, i, j) => ((rowTotals[i] as number) / n) * (colTotals[j] as number))
  const expectedAt = (i: number, j: number) => expected[i]?.[j] as number
  const residuals = cells((count, i, j) => (count - expectedAt(i, j)) / Math.sqrt(expectedAt(i, j)))
  const chi2 = total(residuals.flat().map((value) => value * value))
  const df = (r - 1) * (k - 1)
  const g2 =
    2 *
    total(
      cells((count, i, j) => (count > 0 ? count * Math.log(count / expectedAt(i, j)) : 0)).flat(),
    )
  const least = Math.min(r, k) - 1
  const matrix = (values: readonly (readonly number[])[]) => ({
    ...(rows && { rows }),
    ...(cols && { cols }),
    values,
  })
  const base = baseOf(counts.flat())
  const smallest = Math.min(...expected.flat())
  const exact = r === 2 && k === 2 ? undefined : fisherTable(counts)
  const shown = shownTable(labelled)
  const four = r === 2 && k === 2 ? twoByTwo(counts, chi2Corrected(counts, expected)) : undefined
  return {
    n,
    omitted,
    estimates: {
      table: shown.estimate,
      N: { kind: 'count', value: n },
      ...numbersOf(base, {
        chi2,
        df,
        p: chiSquareUpper(chi2, df),
        expected: matrix(expected),
        pearson_residuals: matrix(residuals),
        adjusted_residuals: matrix(
          cells(
            (_, i, j) =>
              (residuals[i]?.[j] as number) /
              Math.sqrt((1 - (rowTotals[i] as number) / n) * (1 - (colTotals[j] as number) / n)),
          ),
        ),
        G2: g2,
        G2_p: chiSquareUpper(Math.max(0, g2), df),
        cramer_v: Math.sqrt(chi2 / n / least),
        cramer_v_ci95: cramerInterval(chi2, { df, n, least }),
        cramer_v_bias_corrected: bergsma(chi2, { n, r, k }),
        contingency_coefficient: Math.sqrt(chi2 / (chi2 + n)),
        phi: Math.sqrt(chi2 / n),
        min_expected: smallest,
        gamma: gammaOf(counts),
        fisher_rxc_p: exact,
        ...four?.numbers,
      }),
    },
    tables: { table: shown.table },
    warnings: [
      ...(smallest < 5 ? ['an expected count is below 5: χ² is rough, see Fisher’s p'] : []),
      ...(four === undefined && exact === undefined ? ['too large for Fisher’s exact p'] : []),
      ...(four?.warnings ?? []),
    ],
  }
}

const cramerInterval = (
  chi2: number,
  { df, n, least }: { readonly df: number; readonly n: number; readonly least: number },
): readonly [number, number] => {
  const at = (level: number) => {
    const f = (lambda: number) => noncentralChiSquareLower(chi2, df, lambda) - level
    if (f(0) <= 0) return 0
    let high = chi2 + df
    while (f(high) > 0) high *= 2
    return rootOf(f, 0, high)
  }
  const v = (lambda: number) => Math.min(1, Math.sqrt(lambda / n / least))
  return [v(at(0.975)), v(at(0.025))]
}

const bergsma = (
  chi2: number,
  { n, r, k }: { readonly n: number; readonly r: number; readonly k: number },
): number | undefined => {
  if (n < 2) return undefined
  const phi2 = Math.max(0, chi2 / n - ((k - 1) * (r - 1)) / (n - 1))
  const [rows, columns] = [r, k].map((size) => size - (size - 1) ** 2 / (n - 1)) as [number, number]
  const least = Math.min(rows, columns) - 1
  return least > 0 ? Math.sqrt(phi2 / least) : undefined
}

/** Goodman and Kruskal's gamma of ordered categories; undefined without a pair that differs on both. */
const gammaOf = (counts: readonly (readonly number[])[]): number | undefined => {
  let [same, other] = [0, 0]
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      for (const below of counts.slice(i + 1)) {
        same += count * total(below.slice(j + 1))
        other += count * total(below.slice(0, j))
      }
    })
  })
  return same + other > 0 ? (same - other) / (same + other) : undefined
}

/** Yates' χ²: each difference is made smaller by a half, but not below 0. */
const chi2Corrected = (
  counts: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
): number => {
  const distance = Math.abs((counts[0]?.[0] as number) - (expected[0]?.[0] as number))
  const by = Math.min(0.5, distance)
  return total(expected.flat().map((value) => (distance - by) ** 2 / value))
}

const twoByTwo = (counts: readonly (readonly number[])[], yates: number) => {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = counts
  const z = normalUpperQuantile(0.025)
  const around = (ratio: number, variance: number) =>
    ratio > 0 && Number.isFinite(ratio) && Number.isFinite(variance)
      ? [ratio * Math.exp(-z * Math.sqrt(variance)), ratio * Math.exp(z * Math.sqrt(variance))]
      : undefined
  const [n1, n2] = [a + b, c + d]
  const [p1, p2] = [a / n1, c / n2]
  const fisher = fisherExact(counts)
  const odds = (a * d) / (b * c)
  const wald = around(odds, 1 / a + 1 / b + 1 / c + 1 / d)
  const ratio = around(p1 / p2, 1 / a - 1 / n1 + 1 / c - 1 / n2)
  return {
    numbers: {
      fisher_p: fisher.two,
      fisher_less: fisher.less,
      fisher_greater: fisher.greater,
      'fisher_precise.or': fisher.odds,
      'fisher_precise.ci95': fisher.interval,
      fisher_conditional_or: fisher.odds,
      fisher_or_ci95: fisher.interval,
      yates_chi2: yates,
      yates_p: chiSquareUpper(yates, 1),
      or: odds,
      or_wald_ci95: wald,
      risk: [p1, p2],
      rr: p1 / p2,
      rr_ci95: ratio,
      risk_difference: p1 - p2,
      rd_newcombe_ci95: newcombeInterval({ share: p1, n: n1 }, { share: p2, n: n2 }),
      cohen_h: 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)),
    },
    warnings: [
      ...(wald === undefined
        ? ['an empty cell: Wald’s interval of the odds ratio is not defined, see fisher_or_ci95']
        : []),
      ...(ratio === undefined
        ? ['an empty cell: the interval of the risk ratio is not defined']
        : []),
    ],
  }
}

const mcnemar = (labelled: Labelled): Found => {
  const { counts, n, omitted } = labelled
  if (counts.length !== 2 || counts.some((row) => row.length !== 2))
    throw notDefined({ method: 'crosstab', reason: 'McNemar’s test needs a 2 × 2 table' })
  const [b, c] = [counts[0]?.[1] as number, counts[1]?.[0] as number]
  const changed = b + c
  if (changed === 0) throw notDefined({ method: 'crosstab', reason: 'no pair differs' })
  const chi2 = (b - c) ** 2 / changed
  const chi2_cc = Math.max(0, Math.abs(b - c) - 1) ** 2 / changed
  const fewer = Math.min(b, c)
  const shown = shownTable(labelled)
  return {
    n,
    omitted,
    estimates: {
      table: shown.estimate,
      ...numbersOf(baseOf(counts.flat()), {
        chi2,
        p: chiSquareUpper(chi2, 1),
        chi2_cc,
        p_cc: chiSquareUpper(chi2_cc, 1),
        p_exact: binomialTest(b, changed),
        p_midp: Math.min(
          1,
          2 * binomialLower(fewer, changed, 0.5) - binomialDensity(fewer, changed, 0.5),
        ),
        or: b / c,
      }),
    },
    tables: { table: shown.table },
    warnings: [],
  }
}

const goodness = ({ obs, p0 = [], rows }: Line, data: Prepared): Found => {
  const counts = obs ?? [...distributionIn(columnIn(data, rows ?? '')).counts]
  if (counts.length !== p0.length)
    throw notDefined({
      method: 'crosstab',
      reason: `${counts.length} categories occur, but "p0" has ${p0.length} shares`,
    })
  const n = total(counts)
  if (n === 0) throw notDefined({ method: 'crosstab', reason: 'nothing was counted' })
  const expected = p0.map((share) => (n * share) / total(p0))
  const chi2 = total(
    counts.map((count, i) => (count - (expected[i] as number)) ** 2 / (expected[i] as number)),
  )
  return {
    n,
    omitted: obs === undefined ? data.n - n : 0,
    estimates: {
      obs: { kind: 'list', of: 'count', values: counts, base: n },
      p0: { kind: 'list', values: p0, base: Number.POSITIVE_INFINITY },
      ...numbersOf(baseOf(counts), {
        chi2,
        df: counts.length - 1,
        p: chiSquareUpper(chi2, counts.length - 1),
      }),
    },
    warnings: Math.min(...expected) < 5 ? ['an expected count is below 5: χ² is rough'] : [],
  }
}
