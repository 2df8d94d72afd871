import { describe, expect, it } from 'vitest'
import { findingsCsv } from './findings-csv.ts'

const HEADING = ['Zeile', 'Spalte', 'Befund'] as const

describe('findingsCsv', () => {
  it('writes one line for each finding, quoted', () => {
    const finding = {
      line: 7,
      column: 'Ort',
      severity: 'error',
      rule: 'placeholder',
      details: { value: 'a"b' },
    } as const
    expect(findingsCsv([finding], HEADING, 'en')).toBe(
      '\uFEFF"Zeile";"Spalte";"Befund"\r\n"7";"Ort";"“a""b” is a placeholder."\r\n',
    )
  })

  it('lets no cell become a formula', () => {
    const finding = {
      line: 1,
      column: '=cmd()',
      severity: 'warning',
      rule: 'required',
      details: {},
    } as const
    expect(findingsCsv([finding], HEADING, 'de')).toContain('"\'=cmd()"')
  })
})
