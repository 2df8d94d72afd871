import { spelledOut } from './measures.ts'
import type { Cell, Report, Section, Table } from './model.ts'

/** A table of the report with all that must not be lost when it leaves the page. */
export type NamedTable = {
  /** Unique in the report; its files bear the name. */
  readonly name: string
  readonly section: Section
  readonly table: Table
  /** Answers under it; only tables of figures have it. */
  readonly basis?: string
}

/** All tables in reading order, those under figures included. */
export const tablesOf = (report: Report): readonly NamedTable[] =>
  report.sections.flatMap((section) => {
    let count = 0
    return spelledOut(section, report.language).flatMap((block): NamedTable[] => {
      if (block.kind === 'figure') {
        const { id, table, basis } = block.figure
        return [{ name: id, section, table, basis }]
      }
      if (block.kind !== 'table') return []
      count += 1
      return [{ name: `${section.id}-table-${count}`, section, table: block.table }]
    })
  })

export const cellWords = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.words)

/**
 * The table with one column for each number: where a column has spans, their ends stand in columns of their own. A
 * cell without a number keeps its words.
 */
export const spreadOf = (
  { head, rows }: Table,
  words: { readonly from: string; readonly to: string },
): {
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number | undefined)[])[]
} => {
  const wide = head.map((_, column) =>
    rows.some((row) => {
      const cell = row[column]
      return typeof cell === 'object' && cell.low !== undefined
    }),
  )
  return {
    head: head.flatMap((cell, column) =>
      wide[column] ? [cell, `${cell} – ${words.from}`, `${cell} – ${words.to}`] : [cell],
    ),
    rows: rows.map((row) =>
      row.flatMap((cell, column) => {
        const value = typeof cell === 'string' ? cell : cell.value
        if (!wide[column]) return [value]
        return typeof cell === 'string'
          ? [value, undefined, undefined]
          : [value, cell.low, cell.high]
      }),
    ),
  }
}
