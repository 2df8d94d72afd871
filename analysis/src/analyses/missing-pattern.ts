import { patternsOf } from '../statistics/em-moments.ts'
import { columnIn, countPresent } from './columns.ts'
import { Columns } from './fields.ts'
import { defineMethod } from './method.ts'

/** Which values are missing together. */
export const missingPattern = defineMethod({
  id: 'missing-pattern',
  about:
    'Which values are missing together: one row a pattern (named by its number of respondents; 1 there, 0 missing, last how many are missing), variables from the fewest to the most missing, last row and column the sums.',
  source: 'van Buuren (2018), Flexible Imputation of Missing Data, 2nd ed., ch. 4.1.',
  estimates: '`pattern` (matrix), `counts` (list), `complete`, `missing.v`, `n`',
  fields: { variables: Columns },
  example: { variables: ['NET', 'SEF', 'TRU'] },
  run: ({ variables }, data) => {
    const all = variables.map((name, place) => {
      const { values } = columnIn(data, name)
      return { name, values, place, missing: data.n - countPresent(values) }
    })
    const ordered = [...all].sort((a, b) => a.missing - b.missing || a.place - b.place)
    const patterns = patternsOf(ordered.map(({ values }) => values))
      .map(({ seen, rows }) => ({
        there: ordered.map((_, j) => Number(seen.includes(j))),
        missing: ordered.length - seen.length,
        count: rows.length,
      }))
      .sort((a, b) => compare(b.there, a.there))
    const sums = ordered.map(({ missing }) => missing)
    return {
      n: data.n,
      omitted: 0,
      estimates: {
        n: { kind: 'count', value: data.n },
        pattern: {
          kind: 'matrix',
          rows: [...patterns.map(({ count }) => String(count)), ''],
          cols: [...ordered.map(({ name }) => name), ''],
          values: [
            ...patterns.map(({ there, missing }) => [...there, missing]),
            [...sums, sums.reduce((sum, value) => sum + value, 0)],
          ],
          // Names of rows are counts: where one of them is small, the whole stays hidden.
          base: Math.min(...patterns.map(({ count }) => count)),
        },
        counts: {
          kind: 'list',
          values: patterns.map(({ count }) => count),
          base: data.n,
          of: 'count',
        },
        complete: {
          kind: 'count',
          value: patterns.find(({ missing }) => missing === 0)?.count ?? 0,
          beside: [data.n],
        },
        ...Object.fromEntries(
          all.map(({ name, missing }) => [
            `missing.${name}`,
            { kind: 'count', value: missing } as const,
          ]),
        ),
      },
      warnings: [],
    }
  },
})

const compare = (a: readonly number[], b: readonly number[]): number => {
  const place = a.findIndex((value, i) => value !== b[i])
  return place < 0 ? 0 : (a[place] as number) - (b[place] as number)
}
