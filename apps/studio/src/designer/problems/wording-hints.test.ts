import type { Instrument } from '@echolot/instrument'
import { acceptWording, wordingFindings } from '@echolot/instrument/wording'
import { describe, expect, it } from 'vitest'
import { wordingHints } from './wording-hints.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [
          {
            type: 'text',
            name: 'alone',
            title: { default: 'Ich bin nicht allein und habe niemals keine Zeit', en: 'I am not' },
          },
        ],
      },
    ],
  },
  scales: [],
  variables: [],
}

describe('wordingHints', () => {
  it('says what may be wrong with the words, as hints, in both languages of the page', () => {
    const hints = wordingHints(instrument)
    expect(hints.length).toBeGreaterThan(0)
    expect(new Set(hints.map(({ severity }) => severity))).toEqual(new Set(['hint']))
    expect(hints[0]).toMatchObject({
      path: '/survey/pages/0/elements/0/title',
      german: { text: expect.stringMatching(/^L\d\d \(de\)/) },
    })
  })

  it('leaves out what was accepted, and languages that nobody is offered', () => {
    const accepted = wordingFindings(instrument, 'de').reduce(
      (now, finding) => acceptWording(now, finding, { reason: 'Wörtlich aus der Skala.' }),
      instrument,
    )
    expect(wordingHints(accepted)).toEqual([])
  })
})
