import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { changedTexts } from './changed-texts.ts'

const mood = {
  type: 'radiogroup',
  name: 'mood',
  title: { default: 'Wie geht es?', en: 'How are you?' },
  choices: [
    { value: 1, text: 'gut' },
    { value: 2, text: 'schlecht' },
  ],
}
const withElements = (...elements: readonly unknown[]): Instrument => ({
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: { pages: [{ name: 'p', elements }] },
  scales: [],
  variables: [],
})

describe('changedTexts', () => {
  it('shows a changed translation with both wordings', () => {
    const after = { ...mood, title: { default: 'Wie geht es?', en: 'And you?' } }
    expect(changedTexts(withElements(mood), withElements(after))).toEqual([
      {
        language: 'en',
        element: 'mood',
        property: 'title',
        before: 'How are you?',
        after: 'And you?',
      },
    ])
  })

  it('finds nothing when items and choices only move', () => {
    const other = { type: 'text', name: 'why', title: 'Warum?' }
    const turned = { ...mood, choices: mood.choices.toReversed() }
    expect(changedTexts(withElements(mood, other), withElements(other, turned))).toEqual([])
  })

  it('shows words that came and words that went', () => {
    const after = { ...mood, choices: [mood.choices[0], { value: 3, text: 'mittel' }] }
    expect(changedTexts(withElements(mood), withElements(after))).toEqual([
      { language: 'de', element: 'mood', property: 'text', before: 'schlecht', after: undefined },
      { language: 'de', element: 'mood', property: 'text', before: undefined, after: 'mittel' },
    ])
  })
})
