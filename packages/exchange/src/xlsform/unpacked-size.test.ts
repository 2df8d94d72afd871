import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from './read-workbook.ts'
import { unpackedSize } from './unpacked-size.ts'

const workbook = (): Uint8Array => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['type', 'name', 'label']]), 'survey')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}
/** The same archive with an entry that says it unpacks to `size` bytes. */
const inflated = (size: number): Uint8Array => {
  const bytes = workbook()
  const view = new DataView(bytes.buffer)
  const entry = bytes.findLastIndex(
    (_, at) => at < bytes.length - 46 && view.getUint32(at, true) === 0x02014b50,
  )
  view.setUint32(entry + 24, size, true)
  return bytes
}

describe('unpackedSize', () => {
  it('adds up what the entries say', () => {
    const size = unpackedSize(workbook())
    expect(size).toBeGreaterThan(workbook().length)
    expect(size).toBeLessThan(100_000)
    expect(unpackedSize(inflated(1_000_000_000))).toBeGreaterThan(1_000_000_000)
  })

  it('is 0 for what is no archive, or cut short', () => {
    expect(unpackedSize(new Uint8Array())).toBe(0)
    expect(unpackedSize(workbook().slice(0, -30))).toBe(0)
  })
})

it('a workbook that would fill the memory is refused before it is unpacked', () => {
  expect(readWorkbook({ name: 'form.xlsx', bytes: workbook() }).rows.get('survey')).toHaveLength(1)
  expect(() => readWorkbook({ name: 'form.xlsx', bytes: inflated(1_500_000_000) })).toThrow(
    expect.objectContaining({
      type: 'file-unreadable',
      details: expect.objectContaining({ place: expect.stringContaining('200 megabytes') }),
    }),
  )
})
