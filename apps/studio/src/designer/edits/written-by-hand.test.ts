import type { Instrument } from '@echolot/instrument'
import { translationUnits } from '@echolot/instrument/translation'
import { describe, expect, it } from 'vitest'
import { writtenByHand } from './written-by-hand.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: { title: { default: 'Probe', en: 'Trial' } },
  scales: [],
  variables: [],
  translations: {
    en: { others: 'draft', units: { 'survey:title': { status: 'reviewed', source: 'Probe' } } },
  },
}
const typed = (change: (text: string) => string): Instrument =>
  JSON.parse(change(JSON.stringify(instrument)))
const state = (now: Instrument) => translationUnits(now)[0]?.translations.en?.state

describe('writtenByHand', () => {
  it('makes a changed translation a draft, and leaves one alone that did not change', () => {
    expect(
      state(
        writtenByHand(
          instrument,
          typed((text) => text),
        ),
      ),
    ).toBe('reviewed')
    expect(
      state(
        writtenByHand(
          instrument,
          typed((text) => text.replace('Trial', 'Rehearsal')),
        ),
      ),
    ).toBe('draft')
  })

  it('makes a translation stale whose source changed', () => {
    const after = typed((text) => text.replace('"default":"Probe"', '"default":"Versuch"'))
    expect(state(writtenByHand(instrument, after))).toBe('stale')
  })

  it('takes a record that was changed along as it was written', () => {
    const after = typed((text) =>
      text.replace('Trial', 'Test').replace('"source":"Probe"', '"source":"Probe","by":"Lee"'),
    )
    expect(state(writtenByHand(instrument, after))).toBe('reviewed')
  })
})
