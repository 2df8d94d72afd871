import type { Column } from '../prepare/prepared.ts'
import type { Condition, Estimate, Result, ResultTable } from '../result.ts'
import type { Policy } from './policy.ts'
import { subjectText } from './subject-blocks.ts'

/** Stands for a value that readers would not know of but for the few who gave it. */
const NAMELESS = '…'

type Labels = ReadonlyMap<string, Pick<Column, 'valueLabels' | 'levels'>>
type Counts = Extract<ResultTable, { kind: 'counts' }>

/**
 * Takes the names of values away that one to four respondents gave and no codebook lists: texts, and numbers beyond all that
 * more gave. The count of such a value is hidden anyway; its name would be the smallest or largest answer, or a text.
 */
export const namelessIn = (
  result: Result,
  labels: Labels,
  policy: Policy,
): { readonly result: Result; readonly conditions: readonly string[] } => {
  const conditions = new Set<string>()
  const keys = new Map<string, string>()
  const names: { from: readonly string[]; to: readonly string[] }[] = []
  const tables = Object.fromEntries(
    Object.entries(result.tables ?? {}).map(([name, table]) => {
      if (table.kind !== 'counts' || table.subjects === undefined) return [name, table]
      const [rows, columns] = [
        rare(rowsOf(table), labels, policy),
        rare(columnsOf(table), labels, policy),
      ]
      for (const { variable, codes } of [...rows.values(), ...columns.values()]) {
        conditions.add(subjectText({ variable, ...(codes && { codes }) }))
        const key = `${variable}:${codes?.join()}`
        if (!keys.has(key)) keys.set(key, `${variable}:${NAMELESS}${keys.size + 1}`)
      }
      const renamed: Counts = {
        ...table,
        rows: table.rows.map((row, i) => (rows.has(i) ? NAMELESS : row)),
        columns: table.columns.map((column, i) => (columns.has(i) ? NAMELESS : column)),
      }
      names.push(
        { from: table.rows, to: renamed.rows },
        { from: table.columns, to: renamed.columns },
      )
      return [name, renamed]
    }),
  )
  if (conditions.size === 0) return { result, conditions: [] }
  const estimates = Object.entries(result.estimates).map(([name, estimate]) => [
    keys.get(name) ?? name,
    renamedRows(estimate, names),
  ])
  return {
    result: { ...result, estimates: Object.fromEntries(estimates), tables },
    conditions: [...conditions],
  }
}

type Value = { readonly condition: Condition | undefined; readonly count: number }

const sumOf = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)

const rowsOf = ({ counts, subjects = [] }: Counts): readonly Value[] =>
  counts.map((line, row) => ({ condition: subjects[row]?.[0], count: sumOf(line) }))

const columnsOf = ({ counts, subjects = [] }: Counts): readonly Value[] =>
  (counts[0] ?? []).map((_, column) => ({
    condition: subjects[0]?.[column]?.where?.[0],
    count: sumOf(counts.map((line) => line[column] as number)),
  }))

/** Values to take the name from, by place. */
const rare = (
  values: readonly Value[],
  labels: Labels,
  { leastCount }: Policy,
): ReadonlyMap<number, Condition> => {
  const common = values.flatMap(({ condition, count }) =>
    count >= leastCount ? (condition?.codes ?? []) : [],
  )
  const [low, high] = [Math.min(...common), Math.max(...common)]
  const found = new Map<number, Condition>()
  for (const [place, { condition, count }] of values.entries()) {
    const [code] = condition?.codes ?? []
    const column = condition && labels.get(condition.variable)
    if (condition === undefined || code === undefined || column === undefined) continue
    if (count === 0 || count >= leastCount) continue
    const level = column.levels?.[code - 1]
    const label = column.valueLabels.get(code)
    // A text without a codebook is its own label.
    if (label !== undefined && label !== level) continue
    if (level !== undefined || code < low || code > high) found.set(place, condition)
  }
  return found
}

const renamedRows = (
  estimate: Estimate,
  names: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[],
): Estimate => {
  if (estimate.kind !== 'matrix') return estimate
  const renamed = (own: readonly string[] | undefined) =>
    own && (names.find(({ from }) => from.join('\0') === own.join('\0'))?.to ?? own)
  const [rows, cols] = [renamed(estimate.rows), renamed(estimate.cols)]
  return { ...estimate, ...(rows && { rows }), ...(cols && { cols }) }
}

/** What a cell of the account counts, in words without answers that nothing published names. */
export const wordsOfCell = (key: string, published: ReadonlySet<string>): string =>
  key
    .split(' & ')
    .map((part) =>
      published.has(part) || !/ -?\d[-\d./e]*$/.test(part)
        ? part
        : part.replace(/ [^ ]+$/, ' another answer'),
    )
    .join(' & ')
