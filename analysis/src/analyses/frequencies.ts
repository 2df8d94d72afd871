import { MISSING } from '@echolot/study'
import type { Column, Prepared } from '../prepare/prepared.ts'
import type { Coarser, Estimate, ResultTable } from '../result.ts'
import { columnIn, countPresent, indicator } from './columns.ts'
import { Columns } from './fields.ts'
import type { Found } from './found.ts'
import { codesIn } from './groups.ts'
import { defineMethod, type Given, type LineOf } from './method.ts'
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
  run: (line, data, given) => runFrequencies(line, data, given),
})

/** How often each value was given: an unweighted count table a variable, and the weighted share of each value. */
const runFrequencies = ({ variables }: Line, data: Prepared, { bands = {} }: Given): Found => {
  const estimates: Record<string, Estimate> = {}
  const tables: Record<string, ResultTable> = {}
  const coarser: Coarser[] = []
  let fewest = data.n
  for (const variable of variables) {
    const column = columnIn(data, variable)
    fewest = Math.min(fewest, countPresent(column.values))
    const values = codesIn(column.values)
    const fine = toldBy(
      column,
      values.map((value) => [value]),
      data,
    )
    Object.assign(estimates, fine.estimates)
    tables[variable] = fine.table
    const wide = (bands[variable] ?? []).map((band) => band.filter((code) => values.includes(code)))
    const banded = wide.filter((band) => band.length > 0)
    if (banded.length > 1 && banded.flat().length === values.length) {
      const { estimates: own, table } = toldBy(column, banded, data)
      coarser.push({
        variable,
        words: banded.map(nameOfBand).join(' | '),
        replaces: Object.keys(fine.estimates),
        estimates: own,
        tables: { [variable]: table },
      })
    }
  }
  return {
    n: data.n,
    omitted: data.n - fewest,
    estimates,
    tables,
    warnings: [],
    ...(coarser.length > 0 ? { coarser } : {}),
  }
}

/** Table and shares of a variable by groups of its codes. */
const toldBy = (
  column: Column,
  groups: readonly (readonly number[])[],
  data: Prepared,
): { readonly estimates: Readonly<Record<string, Estimate>>; readonly table: ResultTable } => {
  const variable = column.name
  const estimates: Record<string, Estimate> = {}
  const counts: number[] = []
  for (const codes of groups) {
    const share = weightedShare(indicator(column.values, codes), data.design.weights)
    counts.push(column.values.reduce((sum, value) => sum + Number(codes.includes(value)), 0))
    if (share === undefined) continue
    const { nEff: _, ...own } = share
    estimates[`${variable}:${nameOfBand(codes)}`] = {
      ...own,
      sensitive: column.sensitive,
      family: { of: 'parts', name: variable },
      subject: { variable, codes },
    }
  }
  const missing = [...column.missing.keys()]
    .filter((code) => column.missing.get(code) !== 0)
    .sort((a, b) => b - a)
  const label = (code: number) => column.valueLabels.get(code) ?? String(code)
  return {
    estimates,
    table: {
      kind: 'counts',
      rows: [
        ...groups.map((codes) => codes.map(label).join(' / ')),
        ...missing.map((code) => MISSING_LABELS[code] ?? String(code)),
      ],
      columns: ['n'],
      counts: [
        ...counts.map((count) => [count]),
        ...missing.map((code) => [column.missing.get(code) ?? 0]),
      ],
      margins: true,
      subjects: [
        ...groups.map((codes) => [{ variable, codes }]),
        ...missing.map(() => [undefined]),
      ],
    },
  }
}

/** `4–5`; a single code as it is. */
const nameOfBand = (codes: readonly number[]): string =>
  codes.length > 1 ? `${codes[0]}–${codes.at(-1)}` : String(codes[0])

const MISSING_LABELS: Readonly<Record<number, string>> = {
  [MISSING.dontKnow]: 'weiß nicht',
  [MISSING.preferNotToSay]: 'möchte ich nicht sagen',
  [MISSING.noAnswer]: 'keine Angabe',
}
