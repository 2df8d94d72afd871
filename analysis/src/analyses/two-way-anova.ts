import * as z from 'zod'
import { fUpper, tUpperQuantile } from '../numerics/distributions.ts'
import { qrOf } from '../numerics/qr.ts'
import { notDefined } from '../problems.ts'
import { meanOf, sumOf } from '../statistics/numbers.ts'
import { columnIn } from './columns.ts'
import { ColumnName } from './fields.ts'
import { codesIn, labelOf } from './groups.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'

const COLS = ['Sum Sq', 'Df', 'F value', 'Pr(>F)']

/** Two-way analysis of variance with interaction. */
export const twoWayAnova = defineMethod({
  id: 'two-way-anova',
  about:
    'Analysis of variance of two factors and their interaction, also with unequal cells: sums of squares of type I (one after the other), II (each main effect beside the other) and III (each beside all, sum-to-zero contrasts), by QR; partial eta², and the marginal means of the factor `means` (else the second), each cell counting the same.',
  source:
    'Yates (1934), JASA 29, 51–66; Searle (1987), Linear Models for Unbalanced Data; Fox (2016), Applied Regression Analysis, ch. 8.',
  estimates:
    'matrices `type1`, `type2`, `type3` (Sum Sq, Df, F value, Pr(>F)); `residual.ss`, `residual.df`, `partial_eta2_type3.a`, `partial_eta2_type3.b`, `partial_eta2_type3.a:b`; matrix `emm` (emmean, SE, df, lower.CL, upper.CL; rows numbered by level)',
  fields: {
    variable: ColumnName,
    factors: z.tuple([ColumnName, ColumnName]),
    means: ColumnName.optional(),
  },
  example: { variable: 'len', factors: ['supp', 'dose'] },
  faults: ({ factors, means }) =>
    means === undefined || factors.includes(means)
      ? []
      : [
          {
            path: 'means',
            message: 'not one of the factors',
            remedy: `give ${factors.join(' or ')}`,
          },
        ],
  run: ({ variable, factors, means }, data) => {
    const columns = factors.map((name) => columnIn(data, name)) as [
      ReturnType<typeof columnIn>,
      ReturnType<typeof columnIn>,
    ]
    const outcome = columnIn(data, variable).values
    const rows = [...outcome.keys()].filter(
      (i) => !Number.isNaN(outcome[i]) && columns.every(({ values }) => !Number.isNaN(values[i])),
    )
    const y = Float64Array.from(rows, (i) => outcome[i] as number)
    const codes = columns.map(({ values }) => Float64Array.from(rows, (i) => values[i] as number))
    const levels = codes.map(codesIn)
    const [a, b] = codes.map((own, f) => sumContrasts(own, levels[f] as readonly number[])) as [
      Float64Array[],
      Float64Array[],
    ]
    if (a.length === 0 || b.length === 0)
      throw notDefined({ method: 'two-way-anova', reason: 'a factor has one level only' })
    const ab = a.flatMap((one) =>
      b.map((other) => one.map((value, i) => value * (other[i] as number))),
    )
    const ones = [new Float64Array(y.length).fill(1)]
    const rest = (...terms: (readonly Float64Array[])[]) => {
      const qr = qrOf([...ones, ...terms.flat()])
      const residuals = qr.residuals(y)
      return { ss: sumOf(residuals.map((value) => value * value)), rank: qr.rank }
    }
    const full = rest(a, b, ab)
    const df = y.length - full.rank
    if (full.rank < 1 + a.length + b.length + ab.length)
      throw notDefined({ method: 'two-way-anova', reason: 'a cell of the two factors is empty' })
    if (df < 1 || !(full.ss > 0))
      throw notDefined({ method: 'two-way-anova', reason: 'there is no spread within the cells' })
    const error = full.ss / df
    const row = (ss: number, own: number) => {
      const f = ss / own / error
      return [ss, own, f, fUpper(f, own, df)]
    }
    const [none, onlyA, onlyB, both] = [rest(), rest(a), rest(b), rest(a, b)]
    const interaction = row(both.ss - full.ss, ab.length)
    const third = [
      row(rest(b, ab).ss - full.ss, a.length),
      row(rest(a, ab).ss - full.ss, b.length),
      interaction,
    ]
    const names = [...factors, factors.join(':')]
    const table = (values: readonly number[][]) => ({ rows: names, cols: COLS, values })
    const shown = means === factors[0] ? 0 : 1
    const cellsOf = (level: number) =>
      (levels[1 - shown] as readonly number[]).map((other) =>
        y.filter((_, i) => codes[shown]?.[i] === level && codes[1 - shown]?.[i] === other),
      )
    const smallest = Math.min(
      ...(levels[shown] as readonly number[]).flatMap((level) =>
        cellsOf(level).map(({ length }) => length),
      ),
    )
    const reach = tUpperQuantile(0.025, df)
    return {
      n: y.length,
      omitted: data.n - y.length,
      estimates: numbersOf(smallest, {
        type1: table([
          row(none.ss - onlyA.ss, a.length),
          row(onlyA.ss - both.ss, b.length),
          interaction,
        ]),
        type2: table([
          row(onlyB.ss - both.ss, a.length),
          row(onlyA.ss - both.ss, b.length),
          interaction,
        ]),
        type3: table(third),
        'residual.ss': full.ss,
        'residual.df': df,
        ...Object.fromEntries(
          third.map(([ss = 0], i) => [`partial_eta2_type3.${names[i]}`, ss / (ss + full.ss)]),
        ),
        emm: {
          rows: (levels[shown] as readonly number[]).map((_, i) => String(i + 1)),
          cols: ['emmean', 'SE', 'df', 'lower.CL', 'upper.CL'],
          values: (levels[shown] as readonly number[]).map((level) => {
            const cells = cellsOf(level)
            const mean = meanOf(cells.map((cell) => meanOf(cell)))
            const se =
              Math.sqrt(error * sumOf(cells.map(({ length }) => 1 / length))) / cells.length
            return [mean, se, df, mean - reach * se, mean + reach * se]
          }),
        },
      }),
      warnings: [
        `emm: rows are the levels of ${factors[shown]}: ${(levels[shown] as readonly number[]).map((level) => labelOf(columns[shown] as (typeof columns)[0], level)).join(', ')}`,
      ],
    }
  },
})

/** Columns of a factor: level j against the last one, adding to zero. */
const sumContrasts = (codes: Float64Array, levels: readonly number[]): Float64Array[] =>
  levels
    .slice(0, -1)
    .map((level) => codes.map((code) => (code === level ? 1 : code === levels.at(-1) ? -1 : 0)))
