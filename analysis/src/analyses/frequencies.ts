import { MISSING } from '@echolot/study'
import type { Prepared } from '../prepare/prepared.ts'
import type { Estimate, ResultTable } from '../result.ts'
import { columnIn, countPresent, indicator } from './columns.ts'
import { Columns } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { weightedShare } from './weighted-share.ts'

const fields = { variables: Columns }
type Line = LineOf<typeof fields>

export const frequencies = defineMethod({
  id: 'frequencies',
  about:
    'How often each value was given: a table of unweighted counts, and the weighted share of each value with Wilson’s interval.',
  source: 'Wilson (1927), JASA 22, 209–212.',
  estimates: '`v:code`',
  fields,
  example: { variables: ['town'] },
  run: (line, data) => runFrequencies(line, data),
})

/** How often each value was given: an unweighted count table a variable, and the weighted share of each value. */
const runFrequencies = ({ variables }: Line, data: Prepared): Found => {
  const estimates: Record<string, Estimate> = {}
  const tables: Record<string, ResultTable> = {}
  let fewest = data.n
  for (const variable of variables) {
    const column = columnIn(data, variable)
    fewest = Math.min(fewest, countPresent(column.values))
    const counts = new Map<number, number>()
    for (const value of column.values)
      if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
    const values = [...counts.keys()].sort((a, b) => a - b)
    for (const value of values) {
      const share = weightedShare(indicator(column.values, [value]), data.design.weights)
      if (share === undefined) continue
      const { nEff: _, ...own } = share
      estimates[`${variable}:${value}`] = {
        ...own,
        sensitive: column.sensitive,
        family: { of: 'parts', name: variable },
        subject: { variable, codes: [value] },
      }
    }
    const codes = [...column.missing.keys()]
      .filter((code) => column.missing.get(code) !== 0)
      .sort((a, b) => b - a)
    tables[variable] = {
      kind: 'counts',
      rows: [
        ...values.map((value) => column.valueLabels.get(value) ?? String(value)),
        ...codes.map((code) => MISSING_LABELS[code] ?? String(code)),
      ],
      columns: ['n'],
      counts: [
        ...values.map((value) => [counts.get(value) ?? 0]),
        ...codes.map((code) => [column.missing.get(code) ?? 0]),
      ],
      margins: true,
    }
  }
  return { n: data.n, omitted: data.n - fewest, estimates, tables, warnings: [] }
}

const MISSING_LABELS: Readonly<Record<number, string>> = {
  [MISSING.dontKnow]: 'weiß nicht',
  [MISSING.preferNotToSay]: 'möchte ich nicht sagen',
  [MISSING.noAnswer]: 'keine Angabe',
}
