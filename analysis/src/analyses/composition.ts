import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate, ResultTable } from '../result.ts'
import { sumOf } from '../statistics/numbers.ts'
import { columnIn, countPresent, indicator } from './columns.ts'
import { ColumnName } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { weightedShare } from './weighted-share.ts'

const fields = {
  variables: z
    .array(
      z.strictObject({
        variable: ColumnName,
        label: z.string(),
        categories: z
          .array(
            z.strictObject({
              value: z.number(),
              label: z.string(),
              population: z.number().nonnegative(),
            }),
          )
          .min(2),
      }),
    )
    .min(1),
}
type Line = LineOf<typeof fields>

export const composition = defineMethod({
  id: 'composition',
  about: 'Who answered, beside the population: unweighted and weighted share of each category.',
  source: 'Wilson (1927), JASA 22, 209–212.',
  estimates: '`v:code`, `v:code.population`, `v:code.weighted`',
  fields,
  example: {
    variables: [
      {
        variable: 'single',
        label: 'family',
        categories: [
          { value: 1, label: 'single', population: 1180 },
          { value: 0, label: 'couple', population: 1220 },
        ],
      },
    ],
  },
  run: (line, data) => runComposition(line, data),
})

/**
 * Who answered beside the population: `variable:value` is the unweighted share of the respondents with its
 * interval, `variable:value.population` the share in the population, `variable:value.weighted` after weighting.
 */
const runComposition = ({ variables }: Line, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  const tables: Record<string, ResultTable> = {}
  let fewest = data.n
  for (const { variable, categories } of variables) {
    const { values } = columnIn(data, variable)
    fewest = Math.min(fewest, countPresent(values))
    const population = sumOf(categories.map((category) => category.population))
    for (const { value, population: size } of categories) {
      const ones = indicator(values, [value])
      const plain = weightedShare(ones, new Float64Array(data.n).fill(1))
      const weighted = weightedShare(ones, data.design.weights)
      if (plain === undefined || weighted === undefined) continue
      const { nEff: _, ...own } = plain
      const { nEff: __, ...after } = weighted
      const family = { of: 'parts' as const, name: variable, whole: own.base }
      const subject = { variable, codes: [value] }
      estimates[`${variable}:${value}`] = { ...own, sensitive: false, family, subject }
      estimates[`${variable}:${value}.population`] = { kind: 'constant', value: size / population }
      estimates[`${variable}:${value}.weighted`] = {
        ...after,
        sensitive: false,
        family: { of: 'parts', name: `${variable}.weighted`, whole: after.base },
        subject,
      }
    }
    tables[variable] = {
      kind: 'counts',
      rows: categories.map(({ label }) => label),
      columns: ['n'],
      counts: categories.map(({ value }) => [values.filter((cell) => cell === value).length]),
      margins: true,
      subjects: categories.map(({ value }) => [{ variable, codes: [value] }]),
    }
  }
  return { n: data.n, omitted: data.n - fewest, estimates, tables, warnings: [] }
}
