// @vitest-environment jsdom
import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { contextFrom, makeModel, spokenBy } from './make-model.ts'

const instrument: Instrument = {
  instrument: 'x',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'ar', status: 'draft', live: false },
  ],
  survey: {
    pages: [
      {
        name: 'p',
        elements: [
          { type: 'text', name: 'a', title: { default: 'Eins', ar: 'واحد' } },
          { type: 'text', name: 'b', visibleIf: '{wave} = 1' },
        ],
      },
    ],
  },
  scales: [],
  variables: [],
  context: [{ name: 'wave', values: [{ value: 1, label: 'T1' }] }],
}

describe('makeModel', () => {
  it('begins with the answers to questions that are still asked', () => {
    expect(makeModel(instrument, { answers: { a: 'x', gone: 'y' } }).data).toEqual({ a: 'x' })
  })

  it('shows what is hidden only when told, and takes no answers when only read', () => {
    const seen = (way: 'respondent' | 'all') =>
      makeModel(instrument, { way }).getQuestionByName('b').isVisible
    expect([seen('respondent'), seen('all')]).toEqual([false, true])
    expect(makeModel(instrument, { way: 'read' }).getQuestionByName('a').isReadOnly).toBe(true)
  })

  it('knows the context and speaks a language from the beginning', () => {
    const context = contextFrom(instrument, { wave: '1' })
    const model = makeModel(instrument, { context, language: 'ar' })
    expect(model.getQuestionByName('b').isVisible).toBe(true)
    expect(model.getQuestionByName('a').title).toBe('واحد')
    expect([spokenBy(model), spokenBy(makeModel(instrument))]).toEqual(['ar', 'de'])
  })
})
