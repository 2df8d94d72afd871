import * as z from 'zod'
import { POLICY } from '../disclosure/policy.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate, ResultTable, Subject } from '../result.ts'
import { countsIn, mergedBins } from '../statistics/merged-bins.ts'
import { columnIn, countPresent } from './columns.ts'
import { Columns } from './fields.ts'
import type { Found } from './found.ts'
import { codesIn } from './groups.ts'
import { defineMethod } from './method.ts'

/** How values lie in bins that each hold enough respondents. Unweighted. */
export const histogram = defineMethod({
  id: 'histogram',
  about:
    'Number of respondents in bins of a width from one end to another; a bin with one to four is joined with its smaller neighbour until none is left. Both ends are the plan’s, so that no smallest or largest value shows. Values outside are left out.',
  source: 'Pearson (1895), Philosophical Transactions A 186, 343–414.',
  estimates: 'lists `edges.v`; tables `v`',
  fields: {
    variables: Columns,
    from: z.number(),
    to: z.number(),
    width: z.number().positive(),
  },
  example: { variables: ['emp_hours_want'], from: 0, to: 40, width: 5 },
  faults: ({ from, to }) =>
    to > from
      ? []
      : [{ path: 'to', message: 'the end lies before the beginning', remedy: 'give from < to' }],
  run: ({ variables, from, to, width }, data) => {
    const bins = Math.ceil((to - from) / width)
    const edges = Array.from({ length: bins + 1 }, (_, i) => Math.min(to, from + i * width))
    return binned(
      variables.map((name) => ({ name, values: columnIn(data, name).values })),
      edges,
      data,
    )
  },
})

/** Counts of columns in bins, joined where small, as one table a column and the edges beside it. */
export const binned = (
  columns: readonly { readonly name: string; readonly values: Float64Array }[],
  edges: readonly number[],
  data: Prepared,
): Found => {
  const estimates: Record<string, Estimate> = {}
  const tables: Record<string, ResultTable> = {}
  let fewest = data.n
  for (const { name, values } of columns) {
    const bins = mergedBins({ edges, counts: countsIn(values, edges) }, POLICY.leastCount)
    const base = bins.counts.reduce((sum, count) => sum + count, 0)
    fewest = Math.min(fewest, countPresent(values))
    estimates[`edges.${name}`] = { kind: 'list', values: bins.edges, base }
    tables[name] = {
      kind: 'counts',
      rows: bins.counts.map((_, i) => `${bins.edges[i]}–${bins.edges[i + 1]}`),
      columns: ['n'],
      counts: bins.counts.map((count) => [count]),
      margins: true,
      ...(data.columns.has(name) ? { subjects: subjectsOf(name, values, bins.edges) } : {}),
    }
  }
  return { n: fewest, omitted: data.n - fewest, estimates, tables, warnings: [] }
}

/** Whom each bin counts: those with one of the values that lie in it. */
const subjectsOf = (
  variable: string,
  values: Float64Array,
  edges: readonly number[],
): readonly (readonly Subject[])[] => {
  const codes = codesIn(values)
  return edges.slice(1).map((to, i) => {
    const from = edges[i] as number
    const isLast = i === edges.length - 2
    const inside = (code: number) => code >= from && (code < to || (isLast && code === to))
    return [{ variable, codes: codes.filter(inside) }]
  })
}
