import type { Instrument } from '@echolot/instrument'
import { translationUnits } from '@echolot/instrument/translation'
import { describe, expect, it } from 'vitest'
import { afterSending, withChanges, withUnsent } from './unsent.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'tr', status: 'draft', live: false },
  ],
  survey: { title: { default: 'Probe', tr: 'Deneme' }, description: 'Text' },
  scales: [],
  variables: [],
}
const change = (key: string, text: string) =>
  ({ key, language: 'tr', text, state: 'draft' }) as const

describe('unsent translations', () => {
  it('remember the words and the source their translator saw first', () => {
    const once = withChanges(new Map(), [change('survey:title', 'Bir')], instrument)
    const seen = withUnsent(instrument, once)
    const twice = withChanges(once, [change('survey:title', 'İki')], seen)
    expect([...twice.values()]).toEqual([
      { ...change('survey:title', 'İki'), base: 'Deneme', source: 'Probe' },
    ])
  })

  it('are seen before they are sent', () => {
    const unsent = withChanges(new Map(), [change('survey:description', 'Metin')], instrument)
    const unit = translationUnits(withUnsent(instrument, unsent)).find(
      ({ key }) => key === 'survey:description',
    )
    expect(unit?.translations.tr).toMatchObject({ text: 'Metin', state: 'draft' })
  })

  it('written again while they were sent build on what was sent', () => {
    const sent = withChanges(new Map(), [change('survey:title', 'Bir')], instrument)
    const meanwhile = withChanges(sent, [change('survey:title', 'İki')], instrument)
    expect(afterSending(sent, sent).size).toBe(0)
    expect([...afterSending(meanwhile, sent).values()]).toMatchObject([
      { text: 'İki', base: 'Bir' },
    ])
  })
})
