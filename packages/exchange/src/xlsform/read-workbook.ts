import { read, SSF, type WorkBook } from '@e965/xlsx'
import { fileUnreadable } from '../problems.ts'
import type { SourceFile } from '../source-file.ts'
import { unpackedSize } from './unpacked-size.ts'

/** One line of a sheet: its number as the spreadsheet shows it, and its filled cells by column. */
export type SheetRow = { readonly line: number; readonly cells: ReadonlyMap<number, string> }

/** Sheets by their lower-case name, blank lines left out; `cut` names those with more lines than are read. */
export type Sheets = {
  readonly rows: ReadonlyMap<string, readonly SheetRow[]>
  readonly cut: readonly string[]
}

/** More lines than this is no questionnaire. Files that claim a million blank ones are common. */
export const LINES = 20_000
/** Bytes; a form of twenty thousand lines unpacks to a tenth of it. */
const LARGEST = 200_000_000

/**
 * The sheets of an `.xlsx` or `.xls` file, every cell as text: numbers without a trailing zero, days as ISO 8601.
 * @throws file-unreadable when it is no workbook
 */
export const readWorkbook = ({ bytes, name }: SourceFile): Sheets => {
  const sheets = new Map<string, readonly SheetRow[]>()
  const cut: string[] = []
  const workbook = open(bytes, name)
  for (const title of workbook.SheetNames) {
    const lines = (workbook.Sheets[title]?.['!data'] ?? []) as readonly (
      | readonly (Cell | undefined)[]
      | undefined
    )[]
    const rows: SheetRow[] = []
    for (const [place, line] of lines.entries()) {
      const cells = new Map<number, string>()
      line?.forEach((cell, column) => {
        const text = cell === undefined ? '' : textOf(cell)
        if (text !== '') cells.set(column, text)
      })
      if (cells.size > 0) rows.push({ line: place + 1, cells })
    }
    const key = title.trim().toLowerCase()
    if (!sheets.has(key)) sheets.set(key, rows)
    // A full last line has others after it, as far as anybody can tell.
    if (rows.at(-1)?.line === LINES) cut.push(key)
  }
  return { rows: sheets, cut }
}

type Cell = { readonly t?: string; readonly v?: unknown; readonly w?: string; readonly z?: unknown }

const open = (bytes: Uint8Array, name: string): WorkBook => {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const isCompound =
    bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
  const isOldBiff = bytes[0] === 0x09 && (bytes[1] ?? 9) <= 0x08
  if (!isZip && !isCompound && !isOldBiff)
    throw fileUnreadable({
      format: 'XLSForm',
      place: `the first bytes of ${name}`,
      remedy: 'This is no Excel workbook. Save the form as .xlsx and try again.',
    })
  if (isZip && unpackedSize(bytes) > LARGEST)
    throw fileUnreadable({
      format: 'XLSForm',
      place: `the whole file: it unpacks to more than ${LARGEST / 1_000_000} megabytes`,
      remedy: 'No form is so large. Copy its sheets into a new workbook and save that.',
    })
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      sheetRows: LINES,
    })
  } catch (error) {
    throw fileUnreadable({
      format: 'XLSForm',
      place: error instanceof Error ? error.message : String(error),
      remedy:
        'The workbook is damaged or locked with a password. Open it in a spreadsheet and save it again as .xlsx.',
    })
  }
}

const textOf = ({ t, v, w, z }: Cell): string => {
  if (v === undefined || v === null || t === 'e' || t === 'z') return ''
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE'
  if (typeof v === 'number')
    return typeof z === 'string' && SSF.is_date(z) ? momentOf(v, w) : String(v)
  return String(v)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trim()
}

/** A spreadsheet's day, time or both. */
const momentOf = (serial: number, shown: string | undefined): string => {
  const parts = SSF.parse_date_code(serial) as
    | { y: number; m: number; d: number; H: number; M: number; S: number }
    | undefined
  if (parts === undefined || parts === null) return shown ?? String(serial)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`
  const time = `${two(parts.H)}:${two(parts.M)}`
  if (serial < 1) return time
  return Number.isInteger(serial) ? day : `${day}T${time}`
}
