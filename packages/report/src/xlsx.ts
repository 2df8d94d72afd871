import writeExcelFile, { type Cell, type CellObject, type Sheet } from 'write-excel-file/node'
import { escaped } from './escaped.ts'
import { footerOf, stampOf } from './footer.ts'
import type { Report } from './model.ts'
import { type NamedTable, spreadOf, tablesOf } from './tables.ts'
import { WORDS } from './words.ts'
import { zippedAlike } from './zipped.ts'

const INK = {
  quiet: '#55606d',
  first: '#1f4e79',
  second: '#8f4513',
  line: '#dfe3e8',
  tint: '#eef3f8',
} as const
/** Rows that stay in sight: heading, caption, basis, marks, the head of the table. */
const ABOVE = 5
/** Longest name of a sheet in Excel. */
const LONGEST_NAME = 31
/** Letters of a column: the first, the others, the second of two. */
const WIDTHS = { first: 44, other: 24, second: 72 } as const
/** Height of a line of words, in parts of its size. */
const LINE = 1.4
const SIZE = 11

/**
 * All tables as one workbook: contents first, then a sheet a table with its page's finding, caption, basis and
 * provenance. Numbers are numbers; words that stand for hidden ones are words. The same report gives the same bytes.
 */
export const tablesXlsx = async (report: Report): Promise<Uint8Array> => {
  const tables = tablesOf(report).map((table, i) => ({ ...table, sheet: sheetName(table, i + 1) }))
  const file = await writeExcelFile(
    [contentsSheet(report, tables), ...tables.map((table) => tableSheet(report, table))],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer()
  const stamp = stampOf(report).join(' – ')
  return zippedAlike(file, (name, xml) =>
    name.includes('/worksheets/') ? stamped(onOnePage(xml), stamp) : xml,
  )
}

/** Printed, each page of a draft says so at its top; the library has no option for it. */
const stamped = (xml: string, stamp: string) => {
  if (stamp === '') return xml
  const header = `<headerFooter><oddHeader>&amp;C&amp;B${escaped(stamp.replaceAll('&', '&&'))}</oddHeader></headerFooter>`
  return xml.includes('<pageSetup ')
    ? xml.replace(/<pageSetup [^>]*\/>/, (setup) => setup + header)
    : xml.replace('</worksheet>', () => `${header}</worksheet>`)
}

/** Printed, a sheet is one page wide; the library has no option for it. */
const onOnePage = (xml: string) =>
  xml
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')

type SheetTable = NamedTable & { readonly sheet: string }

/** `3 Was erschwert es zu arbeiten`: unique by its number, without what Excel forbids. */
const sheetName = ({ section, table, basis }: NamedTable, number: number): string =>
  `${number} ${(basis === undefined ? table.caption : section.question).replaceAll(/[[\]:*?/\\']/g, '')}`
    .slice(0, LONGEST_NAME)
    .trim()

const contentsSheet = (report: Report, tables: readonly SheetTable[]): Sheet<Buffer> => {
  const words = WORDS[report.language]
  const widths = [36, 60, 46]
  return {
    sheet: words.contents,
    columns: widths.map((width) => ({ width })),
    showGridLines: false,
    orientation: 'landscape',
    data: [
      across(report.title, widths, { fontWeight: 'bold', fontSize: 16, textColor: INK.first }),
      across(report.subtitle, widths, { textColor: INK.quiet }),
      marksRow(report, widths),
      [words.sheet, words.pageOf, words.table].map(headCell),
      ...tables.map(({ sheet, section, table }) =>
        bodyRow([sheet, section.heading, table.caption], widths),
      ),
      ...endOf(report, widths),
    ],
  }
}

const tableSheet = (
  report: Report,
  { section, table, basis, sheet }: SheetTable,
): Sheet<Buffer> => {
  const { head, rows } = spreadOf(table, WORDS[report.language])
  const other = head.length === 2 ? WIDTHS.second : WIDTHS.other
  const widths = head.map((_, column) => (column === 0 ? WIDTHS.first : other))
  return {
    sheet,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: ABOVE,
    stickyColumnsCount: 1,
    showGridLines: false,
    ...(head.length > 4 ? { orientation: 'landscape' } : {}),
    data: [
      across(section.heading, widths, { fontWeight: 'bold', fontSize: 14, textColor: INK.first }),
      across(table.caption, widths, { fontWeight: 'bold' }),
      across(basis ?? '', widths, { textColor: INK.quiet }),
      marksRow(report, widths),
      head.map(headCell),
      ...rows.map((row) => bodyRow(row, widths)),
      ...endOf(report, widths),
    ],
  }
}

/** What the numbers are, above them; an empty row where there is nothing to say. */
const marksRow = ({ marks, language, openedBy }: Report, widths: readonly number[]): Cell[] => {
  const words = [
    ...marks.map((mark) => WORDS[language].mark[mark]),
    ...(openedBy ? [openedBy] : []),
  ]
  if (marks.length === 0) return []
  return across(words.join(' · '), widths, { fontWeight: 'bold', textColor: INK.second })
}

const endOf = (report: Report, widths: readonly number[]): Cell[][] => [
  [],
  across(`${report.publisher} · ${footerOf(report)}`, widths, { textColor: INK.quiet }),
]

/** A line over all columns, its row as high as the words need. */
const across = (
  value: string,
  widths: readonly number[],
  style: Pick<CellObject, 'fontWeight' | 'fontSize' | 'textColor'>,
): Cell[] => {
  const size = Number(style.fontSize ?? SIZE)
  const letters = (widths.reduce((sum, width) => sum + width, 0) * SIZE) / size
  const height = linesOf(value, letters) * size * LINE
  const cell = { ...style, value, columnSpan: widths.length, wrap: true, height } as Cell
  return [cell, ...widths.slice(1).map(() => null)]
}

const BODY = {
  wrap: true,
  align: 'left',
  alignVertical: 'top',
  bottomBorderStyle: 'thin',
  bottomBorderColor: INK.line,
} as const
/** As high as its longest words need: not every reader finds that out for itself. */
const bodyRow = (
  row: readonly (string | number | undefined)[],
  widths: readonly number[],
): Cell[] => {
  const lines = row.map((cell, column) => linesOf(String(cell ?? ''), widths[column] ?? SIZE))
  const height = Math.max(1, ...lines) * SIZE * LINE
  return row.map((value = '') => ({ ...BODY, value, height }))
}

const linesOf = (words: string, letters: number) =>
  Math.max(1, Math.ceil((words.length * 1.1) / letters))

const headCell = (value: string): Cell => ({
  ...BODY,
  value,
  fontWeight: 'bold',
  backgroundColor: INK.tint,
  bottomBorderStyle: 'medium',
  bottomBorderColor: INK.quiet,
})
