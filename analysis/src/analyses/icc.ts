import * as z from 'zod'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import { intraclass } from '../statistics/intraclass.ts'
import { valuesOf } from './correlations-of.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
import { defineMethod } from './method.ts'
import { ratingFaults } from './ratings-of.ts'

/** Intraclass correlations of ratings on a numeric scale. */
export const icc = defineMethod({
  id: 'icc',
  about:
    'All six intraclass correlations with F tests and 95 % intervals: ICC1 (one-way; ICC(1)), ICC2 (two-way, agreement; ICC(A,1)), ICC3 (two-way, consistency; ICC(C,1)), and of the mean of all raters ICC1k, ICC2k, ICC3k. Subjects without all ratings are omitted. `ratings` has a row a subject.',
  source:
    'Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428; McGraw & Wong (1996), Psychological Methods 1, 30–46; as psych::ICC.',
  estimates:
    'lists in the order of `types` (ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k): `icc`, `F`, `df1`, `df2`, `p`, `lower`, `upper`; each one `ICC1` … with `.low`, `.high`; table `forms`',
  fields: {
    raters: z.array(ColumnName).min(2).optional(),
    ratings: z.array(z.array(z.number().nullable())).min(1).optional(),
  },
  example: {
    ratings: [
      [9, 2, 5],
      [6, 1, 3],
      [8, 4, 6],
      [7, 1, 2],
    ],
  },
  faults: ratingFaults,
  run: (line, data) => {
    const columns = line.ratings
      ? (line.ratings[0] ?? []).map((_, j) =>
          Float64Array.from(line.ratings ?? [], (row) => row[j] ?? Number.NaN),
        )
      : valuesOf(line.raters ?? [], data)
    const complete = completeCases(columns)
    const n = complete[0]?.length ?? 0
    const forms = intraclass(
      Array.from({ length: n }, (_, i) => complete.map((rater) => rater[i] as number)),
    )
    const list = (of: 'value' | 'f' | 'df1' | 'df2' | 'p' | 'low' | 'high') =>
      forms.map((form) => form[of])
    return {
      n,
      omitted: (columns[0]?.length ?? 0) - n,
      estimates: {
        ...Object.fromEntries(
          forms.map(({ form, value, low, high }) => [
            form,
            { kind: 'coefficient' as const, value, low, high, base: n },
          ]),
        ),
        ...estimatesOf(
          {
            icc: list('value'),
            F: list('f'),
            df1: list('df1'),
            df2: list('df2'),
            p: list('p'),
            lower: list('low'),
            upper: list('high'),
          },
          n,
        ),
      },
      tables: {
        forms: {
          kind: 'coefficients',
          rows: forms.map(({ form }) => form),
          columns: ['icc', 'F', 'df1', 'df2', 'p', 'lower', 'upper'],
          values: forms.map(({ value, f, df1, df2, p, low, high }) => [
            value,
            f,
            df1,
            df2,
            p,
            low,
            high,
          ]),
          base: n,
        },
      },
      words: { types: forms.map(({ form }) => form) },
      warnings: forms.some(({ value }) => value < 0)
        ? ['an ICC below 0: raters differ more within subjects than subjects among each other']
        : [],
    }
  },
})
