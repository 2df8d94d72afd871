import { textsOf, valueAt } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { setCellText } from './set-cell-text.ts'

const matrix = '/pages/0/elements/0'
const instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source' as const, live: true },
    { tag: 'en', status: 'draft' as const, live: false },
  ],
  survey: {
    pages: [
      { name: 'p', elements: [{ type: 'matrix', name: 'q', rows: ['ja', 'no'], columns: [1] }] },
    ],
  },
  scales: [],
  variables: [],
}
const write = (on: typeof instrument, language: string, text: string, row = 'ja') =>
  setCellText(on, { matrix, row, column: '1', language, text }) as typeof instrument
const cellsOf = (one: typeof instrument) => valueAt(one.survey, `${matrix}/cells`)

describe('setCellText', () => {
  it('writes in the languages, and the text is one to translate', () => {
    const german = write(instrument, 'de', 'nie')
    expect(cellsOf(german)).toEqual({ ja: { 1: 'nie' } })
    const both = write(german, 'en', 'never')
    expect(cellsOf(both)).toEqual({ ja: { 1: { default: 'nie', en: 'never' } } })
    // Values of rows that look like languages are none.
    const path = `${matrix}/cells/ja/1`
    expect(textsOf(both, 'en')).toContainEqual({
      path,
      element: 'q',
      property: 'cells',
      text: 'never',
      source: 'nie',
    })
    expect(textsOf(write(both, 'de', 'selten', 'no'), 'de').map((one) => one.path)).toContain(
      `${matrix}/cells/no/1`,
    )
  })

  it('leaves nothing behind of what was emptied', () => {
    expect(write(write(instrument, 'de', 'nie'), 'de', '')).toEqual(instrument)
  })
})
