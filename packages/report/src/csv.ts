import Papa from 'papaparse'
import type { Report } from './model.ts'
import { spreadOf, tablesOf } from './tables.ts'
import { WORDS } from './words.ts'

/** What spreadsheets take for a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/**
 * The tables as CSV files by name, UTF-8 with a mark so that Excel knows it; in German with semicolon and decimal
 * comma. Words that a spreadsheet would run get an apostrophe; numbers never do.
 */
export const tablesCsv = (report: Report): ReadonlyMap<string, string> => {
  const german = report.language === 'de'
  const written = (cell: string | number | undefined) => {
    if (cell === undefined) return ''
    if (typeof cell === 'number') return german ? String(cell).replace('.', ',') : String(cell)
    return FORMULA.test(cell) ? `'${cell}` : cell
  }
  return new Map(
    tablesOf(report).map(({ name, table }) => {
      const { head, rows } = spreadOf(table, WORDS[report.language])
      const lines = [head, ...rows].map((row) => row.map(written))
      const text = Papa.unparse(lines, { delimiter: german ? ';' : ',', newline: '\r\n' })
      return [`${name}.csv`, `\uFEFF${text}\r\n`]
    }),
  )
}
