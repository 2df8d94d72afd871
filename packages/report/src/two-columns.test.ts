import { describe, expect, it } from 'vitest'
import { inTwoColumns } from './two-columns.ts'

const row = (y: number, ...more: readonly number[]) =>
  [y, ...more]
    .map((at) => `<text x="0" y="${at}" font-size="14" font-weight="600">x</text>`)
    .join('')
const figure = (rows: string, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 ${height}" font-family="Source Sans 3">${rows}</svg>`

describe('inTwoColumns', () => {
  it('cuts between rows, each column under the head', () => {
    const svg = inTwoColumns(figure([60, 110, 160, 210].map((y) => row(y)).join(''), 244)) ?? ''
    expect(svg).toContain('viewBox="0 0 840 144"')
    expect(
      [...svg.matchAll(/<svg x="(\d+)" y="(\d+)"[^>]*viewBox="0 (\d+) 400 (\d+)"/g)].map((found) =>
        found.slice(1),
      ),
    ).toEqual([
      ['0', '0', '0', '44'],
      ['0', '44', '44', '100'],
      ['440', '0', '0', '44'],
      ['440', '44', '144', '100'],
    ])
  })

  it('keeps the lines of a label together', () => {
    const svg = inTwoColumns(figure(row(60) + row(110) + row(150, 168) + row(210), 250)) ?? ''
    expect(svg).toContain('viewBox="0 134 400 116"')
  })

  it('leaves figures without rows alone', () => {
    expect(inTwoColumns(figure('', 300))).toBeUndefined()
    expect(inTwoColumns(figure(row(60) + row(110), 300))).toBeUndefined()
  })
})
