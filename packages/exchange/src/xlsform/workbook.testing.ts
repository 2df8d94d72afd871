import { utils, write } from '@e965/xlsx'
import type { SourceFile } from '../source-file.ts'

/** A workbook of given lines, as a file of a form. */
export const workbookOf = (
  sheets: Readonly<Record<string, readonly (readonly (string | number | boolean)[])[]>>,
  {
    name = 'form.xlsx',
    type = 'xlsx',
  }: { readonly name?: string; readonly type?: 'xlsx' | 'biff8' } = {},
): SourceFile => {
  const book = utils.book_new()
  for (const [title, lines] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((line) => [...line])), title)
  return {
    name,
    bytes: new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer),
  }
}
