import { type Instrument, setText } from '@echolot/instrument'
import { markReviewed } from '@echolot/instrument/translation'
import { describe, expect, it } from 'vitest'
import { translationHints } from './translation-hints.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'reviewed', live: false },
    { tag: 'tr', status: 'draft', live: false },
  ],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [
          {
            type: 'radiogroup',
            name: 'mood',
            title: { default: 'Wie geht es?', en: 'How are you?', tr: 'Nasıl?' },
            choices: [
              { value: 1, text: 'gut' },
              { value: 2, text: 'schlecht' },
            ],
          },
        ],
      },
    ],
  },
  scales: [],
  variables: [],
}

describe('translationHints', () => {
  it('says once per element what is missing in languages that were called reviewed', () => {
    expect(translationHints(instrument)).toMatchObject([
      {
        path: '/survey/pages/0/elements/0',
        severity: 'hint',
        rule: 'translation-missing',
        message: 'Translations are missing: en (2)',
      },
    ])
  })

  it('says in every language what no longer follows its source', () => {
    const reviewed = ['en', 'tr'].reduce(
      (now, language) => markReviewed(now, { language }),
      instrument,
    )
    const path = '/pages/0/elements/0/title'
    const changed = setText(reviewed, { path, language: 'de', text: 'Wie geht es Ihnen?' })
    const stale = translationHints(changed).find(({ rule }) => rule === 'translation-stale')
    expect(stale?.german?.text).toBe(
      'Übersetzungen folgen der Ausgangssprache nicht mehr: en (1), tr (1)',
    )
  })

  it('is silent where there is one language', () => {
    const [german] = instrument.languages
    expect(german && translationHints({ ...instrument, languages: [german] })).toEqual([])
  })
})
