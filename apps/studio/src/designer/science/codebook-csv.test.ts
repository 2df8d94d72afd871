import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { codebookCsv } from './codebook-csv.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [
          {
            ...{ type: 'radiogroup', name: 'mood', title: '=SUMME("A1"); ja?' },
            choices: [
              { value: 1, text: 'gut' },
              { value: 2, text: 'schlecht' },
            ],
          },
        ],
      },
    ],
  },
  scales: [
    { name: 'S', label: '', items: ['mood'], reversed: ['mood'], min: 1, max: 2, minValid: 1 },
  ],
  variables: [{ name: 'mood', sensitivity: 'plain', purpose: 'Befinden' }],
}

describe('codebookCsv', () => {
  it('has a line for each variable, quoted, and harmless for spreadsheets', () => {
    const [head = '', line = ''] = codebookCsv(instrument, 'de').split('\r\n')
    expect(head.startsWith('\uFEFFvariable;item;label')).toBe(true)
    expect(line).toBe(
      'mood;mood;"\'=SUMME(""A1""); ja?";integer;nominal;1 = gut | 2 = schlecht;;;-99;plain;Befinden;S (R)',
    )
  })
})
