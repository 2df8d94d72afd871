import Papa from 'papaparse'

export type Delimiter = ';' | ',' | '\t'
/** One record of the file and the line it begins in; line 1 is the heading. */
export type Row = { readonly line: number; readonly cells: readonly string[] }
export type Rows = {
  readonly delimiter: Delimiter
  readonly headings: readonly string[]
  readonly headingLine: number
  readonly rows: readonly Row[]
}

/** The records of a delimited text. Empty lines are left out, a line `sep=;` of Excel is obeyed. */
export const readRows = (text: string): Rows => {
  const named = /^sep=(.)\r?\n/i.exec(text)
  const delimiter = asDelimiter(named?.[1]) ?? likelyDelimiter(text)
  const rows: Row[] = []
  let line = 1
  let cursor = 0
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, meta }) => {
      const cells = data.map((cell) => cell.trim())
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
      line += newlines(text, cursor, meta.cursor)
      cursor = meta.cursor
    },
  })
  const [heading, ...records] = named ? rows.slice(1) : rows
  return {
    delimiter,
    headings: heading?.cells ?? [],
    headingLine: heading?.line ?? 1,
    rows: records,
  }
}

const DELIMITERS = [';', '\t', ','] as const
const asDelimiter = (sign: string | undefined): Delimiter | undefined =>
  DELIMITERS.find((delimiter) => delimiter === sign)

/** The sign that stands most often in the heading. */
const likelyDelimiter = (text: string): Delimiter => {
  const heading = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => heading.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as Delimiter
}

const newlines = (text: string, from: number, to: number) => {
  let found = 0
  for (let place = from; place < to; place++) {
    const unit = text.charCodeAt(place)
    if (unit === 10 || (unit === 13 && text.charCodeAt(place + 1) !== 10)) found++
  }
  return found
}
