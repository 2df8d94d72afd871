import { expect, it } from 'vitest'
import { publicInstrumentOf } from './public-instrument.ts'

it('tells respondents nothing of purposes, scales, translators, accepted wording, personas, assertions, languages that are not live and what else a file may hold', () => {
  const { instrument } = publicInstrumentOf({
    id: 'ins_1' as Parameters<typeof publicInstrumentOf>[0]['id'],
    digest: 'd',
    instrument: {
      instrument: 'x',
      version: '1.0.0',
      languages: [
        { tag: 'de', status: 'source', live: true },
        { tag: 'tr', status: 'draft', live: false },
      ],
      survey: { title: { de: 'Umfrage', tr: 'Taslak' } },
      scales: [{ name: 'S' }],
      variables: [{ name: 'a', sensitivity: 'plain', purpose: 'why' }],
      translations: { tr: { others: 'draft', units: { x: { by: 'A. Translator' } } } },
      acceptedWording: [{ reason: 'B. Author said so' }],
      personas: [{ name: 'Alone', answers: { a: 1 } }],
      assertions: [{ name: 'always', expect: { shown: 'a' } }],
      fork: { from: '0.9.0', reason: 'nobody understood it', mapping: [] },
      remarks: 'of whoever made the file that this was read from',
      consent: { item: 'a', agreed: [1] },
      panelCounts: [{ panel: 'p', from: 'a' }],
      context: [{ name: 'occasion' }],
    },
  } as unknown as Parameters<typeof publicInstrumentOf>[0])
  expect(instrument).toEqual({
    instrument: 'x',
    version: '1.0.0',
    languages: [{ tag: 'de', status: 'source', live: true }],
    survey: { title: { de: 'Umfrage' } },
    scales: [],
    variables: [{ name: 'a', sensitivity: 'plain' }],
    consent: { item: 'a', agreed: [1] },
    panelCounts: [{ panel: 'p', from: 'a' }],
    context: [{ name: 'occasion' }],
  })
})
