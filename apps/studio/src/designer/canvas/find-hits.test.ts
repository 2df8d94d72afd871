import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../edits/outline.ts'
import { findHits } from './find-hits.ts'

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
        title: 'Erste Seite',
        elements: [
          {
            type: 'radiogroup',
            name: 'mood',
            title: { default: 'Wie geht es?', en: 'How are you?' },
            choices: [{ value: 1, text: { default: 'gut', en: 'fine' } }],
          },
          { type: 'comment', name: 'why', title: 'Warum?' },
        ],
      },
    ],
  },
  scales: [],
  variables: [],
}
const found = (words: string) =>
  findHits(instrument, outlineOf(instrument), words, (type) =>
    type === 'comment' ? 'Langer Text' : type,
  ).map(({ name }) => name)

describe('findHits', () => {
  it('finds by name, by type in words and by text in any language, choices included', () => {
    expect(found('MOO')).toEqual(['mood'])
    expect(found('langer')).toEqual(['why'])
    expect(found('how are')).toEqual(['mood'])
    expect(found('fine')).toEqual(['mood'])
    expect(found('erste')).toEqual(['p1'])
  })

  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([])
    expect(found('nirgends')).toEqual([])
  })
})
