import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { wayOf } from './way-of.ts'

const instrument: Instrument = {
  instrument: 'small',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [
      {
        name: 'p1',
        title: 'Zu Hause',
        elements: [
          {
            type: 'checkbox',
            name: 'pets',
            title: 'Tiere',
            choices: [
              { value: 1, text: 'Hund' },
              { value: 2, text: 'Katze' },
            ],
          },
          {
            type: 'paneldynamic',
            name: 'kids',
            title: 'Kinder',
            templateElements: [{ type: 'text', name: 'age', title: 'Alter' }],
          },
          { type: 'boolean', name: 'happy', title: 'Zufrieden' },
        ],
      },
      { name: 'p2', elements: [{ type: 'text', name: 'end' }] },
      { name: 'p3', elements: [{ type: 'text', name: 'more' }] },
    ],
  },
  scales: [],
  variables: [],
}

describe('wayOf', () => {
  it('tells the answers in words, page by page, up to the page it is about', () => {
    const witness = {
      answers: { pets: [1, 2], kids: [{ age: 3 }, { age: 3 }], happy: false, more: 'x' },
      context: {},
      path: [
        { page: 'p1', shown: ['pets', 'kids', 'age_1', 'age_2', 'happy'] },
        { page: 'p2', shown: ['end'] },
        { page: 'p3', shown: ['more'] },
      ],
    }
    expect(
      wayOf(witness, { instrument, language: 'de', yes: 'ja', no: 'nein', until: 'p2' }).map(
        ({ title, answers }) => [
          title,
          ...answers.map(({ label, value }) => `${label} = ${value}`),
        ],
      ),
    ).toEqual([
      ['Zu Hause', 'Tiere = Hund, Katze', 'Kinder = 2 × (Alter = 3)', 'Zufrieden = nein'],
      ['p2'],
    ])
  })
})
