import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { tablesCsv } from './csv.ts'
import { MADE } from './made.testing.ts'
import type { Cell, Report } from './model.ts'
import { tablesXlsx } from './xlsx.ts'

/** The made report with a table of its own. */
const withRows = (
  rows: readonly (readonly Cell[])[],
  language: Report['language'] = 'de',
): Report => ({
  ...MADE,
  language,
  sections: [
    {
      id: 'own',
      question: 'Was [ist] / hier?',
      heading: 'Ein Befund',
      part: 'main',
      blocks: [{ kind: 'table', table: { caption: 'Werte', head: ['Was', 'Wie viel'], rows } }],
    },
  ],
})
const SPAN = { words: '58,5 (zwischen 49 und 66)', value: 58.5, low: 49, high: 66 } as const

describe('tablesCsv', () => {
  it('has a file for each table, those of figures included', () => {
    expect([...tablesCsv(MADE).keys()]).toEqual(['care.csv'])
  })

  it('writes numbers as German Excel reads them, spans in columns of their own', () => {
    const rows = [
      ['Betreuung', SPAN],
      ['Wege', 'unter 10 Antworten'],
    ]
    expect(tablesCsv(withRows(rows)).get('own-table-1.csv')).toBe(
      '\uFEFFWas;Wie viel;Wie viel – von;Wie viel – bis\r\nBetreuung;58,5;49;66\r\nWege;unter 10 Antworten;;\r\n',
    )
  })

  it('writes English numbers in English', () => {
    expect(tablesCsv(withRows([['Care', SPAN]], 'en')).get('own-table-1.csv')).toContain(
      'Care,58.5,49,66',
    )
  })

  it('guards words that a spreadsheet would run, never numbers', () => {
    const rows = [['=1+1', { words: '−3', value: -3 }]]
    expect(tablesCsv(withRows(rows)).get('own-table-1.csv')).toContain("\r\n'=1+1;-3\r\n")
    expect(tablesCsv(MADE).get('care.csv')).toContain("'-=Schulden")
  })
})

describe('tablesXlsx', () => {
  const partsOf = async (report: Report) => {
    const parts = unzipSync(await tablesXlsx(report))
    return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]))
  }

  it('has contents and a sheet a table, with names that Excel takes', async () => {
    const workbook = (await partsOf(withRows([['a', 'b']])))['xl/workbook.xml'] ?? ''
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Inhalt',
      '1 Werte',
    ])
  })

  it('keeps numbers numbers and freezes the head', async () => {
    const sheet = (await partsOf(withRows([['Betreuung', SPAN]])))['xl/worksheets/sheet2.xml']
    expect(sheet).toMatch(/<c r="B6"[^>]*><v>58\.5<\/v>/)
    expect(sheet).toMatch(/<c r="D6"[^>]*><v>66<\/v>/)
    expect(sheet).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/)
  })

  it('never writes a formula, and tells marks and provenance on each sheet', async () => {
    const parts = await partsOf(MADE)
    expect(parts['xl/worksheets/sheet2.xml']).not.toContain('<f>')
    expect(parts['xl/sharedStrings.xml']).toContain('-=Schulden')
    for (const words of [
      'SYNTHETISCH – erfundene Zahlen',
      'Probe · Daten aaaaaaaa',
      '131 Antworten, gewichtet',
    ])
      expect(parts['xl/sharedStrings.xml']).toContain(words)
  })

  it('says above every table of a draft and on its printed pages that it is one', async () => {
    const parts = await partsOf({ ...MADE, openedBy: 'Ana & Ben' })
    const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'))
    for (const name of sheets)
      expect(parts[name], name).toContain(
        '<oddHeader>&amp;C&amp;BENTWURF – nicht weitergeben – Ana &amp;&amp; Ben</oddHeader>',
      )
    expect(parts['xl/sharedStrings.xml']).toContain('nicht weitergeben · Ana &amp; Ben')
    const released = await partsOf({ ...MADE, marks: [] })
    expect(released['xl/worksheets/sheet2.xml']).not.toContain('oddHeader')
  })
})
