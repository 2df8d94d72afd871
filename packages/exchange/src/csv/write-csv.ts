import Papa from 'papaparse'
import type { Release } from '../release/release-of.ts'
import { writeWhole } from '../release/whole-file.ts'

export type CsvOptions = {
  /**
   * `rfc-4180`: commas, decimal points, no byte order mark. `german-excel`: semicolons, decimal commas, byte order
   * mark, so that a double click shows the right columns, numbers and umlauts.
   */
  readonly dialect?: 'rfc-4180' | 'german-excel'
  /**
   * `guarded`: texts that a spreadsheet would take for a formula get an apostrophe. Numbers never do. By default what is
   * made for Excel is guarded, and what statistics programs read is raw.
   */
  readonly formulas?: 'raw' | 'guarded'
}
export type CsvReport = {
  readonly cases: number
  readonly variables: number
  readonly guarded: number
}

/** What spreadsheets take for a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** Writes a release as CSV in UTF-8, one line a response, codes as numbers, nothing for what is not there. */
export const writeCsv = async (
  path: string,
  release: Release,
  options: CsvOptions = {},
  tick: (done: number, total: number) => void = () => undefined,
): Promise<CsvReport> => {
  const german = options.dialect === 'german-excel'
  const guard = (options.formulas ?? (german ? 'guarded' : 'raw')) === 'guarded'
  const names = release.variables.map(({ name }) => name)
  const isText = release.variables.map(({ type }) => type === 'text' || type === 'date')
  const total = release.freeze.manifest.rows.out
  let guarded = 0
  const field = (value: number | string | null, text: boolean) => {
    if (value === null) return ''
    if (!text) return german ? String(value).replace('.', ',') : value
    const words = String(value)
    if (!guard || !FORMULA.test(words)) return words
    guarded += 1
    return `'${words}`
  }
  const lines = (rows: readonly (readonly (number | string)[])[]) =>
    `${Papa.unparse(rows as (number | string)[][], { delimiter: german ? ';' : ',', newline: '\r\n' })}\r\n`
  await writeWhole(path, async (file) => {
    await file.writeFile(`${german ? '\uFEFF' : ''}${lines([names])}`)
    let done = 0
    for await (const { rows, columns } of release.groups()) {
      const cells = names.map((name) => columns[name] ?? [])
      const table = Array.from({ length: rows }, (_, row) =>
        cells.map((column, place) => field(column[row] ?? null, isText[place] === true)),
      )
      if (rows > 0) await file.writeFile(lines(table))
      done += rows
      tick(done, total)
    }
  })
  return { cases: total, variables: names.length, guarded }
}
