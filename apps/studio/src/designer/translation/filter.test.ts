import type { Instrument } from '@echolot/instrument'
import { translationUnits } from '@echolot/instrument/translation'
import { describe, expect, it } from 'vitest'
import { ALL, type Filter, keysShown, SURVEY } from './filter.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'tr', status: 'draft', live: false },
    { tag: 'ar', status: 'draft', live: false },
  ],
  survey: {
    title: { default: 'Probe', tr: 'Deneme' },
    pages: [
      {
        name: 'p1',
        elements: [
          {
            ...{ type: 'radiogroup', name: 'mood', title: { default: 'Wie?', ar: 'كيف؟' } },
            choices: [{ value: 1, text: 'gut' }],
          },
        ],
      },
      { name: 'p2', elements: [{ type: 'html', name: 'note', html: 'Hinweis' }] },
    ],
  },
  scales: [{ name: 'S', label: 'Skala', items: [], reversed: [], min: 1, max: 5, minValid: 1 }],
  variables: [],
}
const units = translationUnits(instrument, { unreachable: new Set(['/survey/pages/1']) })
const shown = (filter: Partial<Filter>, languages: readonly string[] = ['tr', 'ar']) =>
  keysShown(units, { ...ALL, ...filter }, { languages, hinted: new Set(['mood:title']) })

describe('keysShown', () => {
  it('leaves out what nobody sees and labels of the codebook, unless asked for', () => {
    expect(shown({})).toEqual(['survey:title', 'mood:title', 'mood:choices[1]:text'])
    expect(shown({ scope: 'everything' })).toHaveLength(5)
  })

  it.each([
    [{ state: 'draft' }, ['survey:title', 'mood:title']],
    [{ state: 'hints' }, ['mood:title']],
    [{ page: SURVEY }, ['survey:title']],
    [{ page: 'p1', kind: 'answers' }, ['mood:choices[1]:text']],
    [{ kind: 'titles' }, ['survey:title', 'mood:title']],
    [{ words: 'كيف' }, ['mood:title']],
    [{ words: 'MOOD' }, ['mood:title', 'mood:choices[1]:text']],
    [{ kind: 'explanations', scope: 'everything' }, ['note:html']],
    [{ kind: 'codebook', scope: 'everything' }, ['scale(S):label']],
  ] as const)('%o', (filter, keys) => {
    expect(shown(filter)).toEqual(keys)
  })

  it('asks only the shown languages for the state', () => {
    expect(shown({ state: 'draft' }, ['ar'])).toEqual(['mood:title'])
  })
})
