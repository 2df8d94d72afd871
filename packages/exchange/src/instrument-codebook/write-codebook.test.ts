import type { Instrument } from '@echolot/instrument'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { codebookCsv } from './write-codebook.ts'

const instrument: Instrument = {
  instrument: 'x',
  version: '1',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: {
    elements: [
      {
        type: 'radiogroup',
        name: 'job',
        title: { default: '=Arbeit, ja?', en: 'Job?' },
        choices: [
          { value: 1, text: 'Ja' },
          { value: 2, text: 'Nein' },
        ],
      },
    ],
  },
  scales: [
    { name: 's', label: 'S', items: ['job'], reversed: ['job'], min: 1, max: 2, minValid: 1 },
  ],
  variables: [{ name: 'job', sensitivity: 'plain', purpose: 'Kern' }],
}

describe('codebookCsv', () => {
  it('says one line a variable, and nothing that a spreadsheet would compute', () => {
    const { data } = Papa.parse<Record<string, string>>(codebookCsv(instrument).slice(1), {
      header: true,
      skipEmptyLines: true,
    })
    expect(data).toMatchObject([
      {
        variable: 'job',
        label_de: "'=Arbeit, ja?",
        label_en: 'Job?',
        sensitivity: 'plain',
        purpose: 'Kern',
        scales: 's (reversed)',
      },
    ])
    expect(data[0]?.values).toContain('1 = Ja | 2 = Nein')
  })
})
