import * as z from 'zod'
import { normalUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { betaQuantile, binomialTest, clopperPearson } from '../statistics/binomial.ts'
import { columnIn, indicator } from './columns.ts'
import { Code, ColumnName } from './fields.ts'
import { codeOf } from './groups.ts'
import { defineMethod } from './method.ts'
import { numbersOf } from './numbers-of.ts'

/** A share with its intervals. */
export const proportion = defineMethod({
  id: 'proportion',
  about:
    'A share, of a variable’s `values` or as `x` of `n`, unweighted, with 95 % intervals: Wilson’s score (with and without continuity correction), Clopper and Pearson’s exact, Agresti and Coull’s (may leave 0 to 1), Jeffreys’; and the exact binomial p against a half, or `p0`.',
  source:
    'Wilson (1927), JASA 22, 209–212; Clopper & Pearson (1934), Biometrika 26, 404–413; Agresti & Coull (1998), The American Statistician 52, 119–126; Brown, Cai & DasGupta (2001), Statistical Science 16, 101–133; Newcombe (1998), Statistics in Medicine 17, 857–872.',
  estimates:
    '`x`, `n`, `share`, `wilson`, `wilson_cc`, `clopper_pearson`, `agresti_coull`, `jeffreys`, `binom_p_half`, `binom_p`',
  fields: {
    variable: ColumnName.optional(),
    values: z.array(Code).min(1).optional(),
    x: z.int().nonnegative().optional(),
    n: z.int().positive().optional(),
    p0: z.number().gt(0).lt(1).optional(),
  },
  example: { variable: 'bar_debts', values: [4, 5] },
  faults: ({ variable, values, x, n }) => {
    const counted = x !== undefined && n !== undefined
    const asked = variable !== undefined && values !== undefined
    if (counted === asked)
      return [
        {
          path: '',
          message: 'no share, or two',
          remedy: 'give "variable" and "values", or "x" and "n"',
        },
      ]
    return counted && x > n ? [{ path: 'x', message: 'more than n', remedy: 'exchange them?' }] : []
  },
  run: (line, data) => {
    const column = line.variable === undefined ? undefined : columnIn(data, line.variable)
    const codes =
      column === undefined ? [] : (line.values ?? []).map((value) => codeOf(column, value))
    const ones =
      column === undefined
        ? undefined
        : indicator(column.values, codes).filter((one) => !Number.isNaN(one))
    const n = ones?.length ?? (line.n as number)
    const x = ones?.filter((one) => one === 1).length ?? (line.x as number)
    if (n === 0) throw notDefined({ method: 'proportion', reason: 'nobody has a value' })
    const share = x / n
    const wilson = score(share, n, 0)
    // The correction must not reach beyond the null value of a half, as in R.
    const half = Math.min(0.5, Math.abs(x - n / 2)) / n
    const base = Math.min(x, n - x) > 0 && Math.min(x, n - x) < 5 ? 0 : n
    return {
      n,
      omitted: ones === undefined ? 0 : data.n - n,
      estimates: {
        x: { kind: 'count', value: x, beside: [n] },
        n: { kind: 'count', value: n },
        share: {
          kind: 'share',
          value: share,
          low: wilson[0],
          high: wilson[1],
          base: n,
          count: x,
          sensitive: column?.sensitive ?? false,
        },
        ...numbersOf(base, {
          wilson,
          wilson_cc: score(share, n, half),
          clopper_pearson: clopperPearson(x, n),
          agresti_coull: agrestiCoull(x, n),
          jeffreys: [
            x === 0 ? 0 : betaQuantile(0.025, x + 0.5, n - x + 0.5),
            x === n ? 1 : 1 - betaQuantile(0.025, n - x + 0.5, x + 0.5),
          ],
          binom_p_half: binomialTest(x, n),
          binom_p: line.p0 === undefined ? undefined : binomialTest(x, n, line.p0),
        }),
      },
      warnings: [],
    }
  },
})

const Z = normalUpperQuantile(0.025)

/** Ends of the score interval, `half` being the correction for continuity. */
const score = (share: number, n: number, half: number): readonly [number, number] => {
  const around = Z ** 2 / (2 * n)
  const end = (sign: -1 | 1) => {
    const p = Math.min(1, Math.max(0, share + sign * half))
    const root = Math.sqrt((p * (1 - p)) / n + around / (2 * n))
    return Math.min(1, Math.max(0, (p + around + sign * Z * root) / (1 + 2 * around)))
  }
  return [share === 0 ? 0 : end(-1), share === 1 ? 1 : end(1)]
}

const agrestiCoull = (x: number, n: number): readonly [number, number] => {
  const size = n + Z ** 2
  const p = (x + Z ** 2 / 2) / size
  const reach = Z * Math.sqrt((p * (1 - p)) / size)
  return [p - reach, p + reach]
}
