import { type Instrument, textsOf } from '@echolot/instrument'
import { markReviewed, translationUnits } from '@echolot/instrument/translation'
import { describe, expect, it } from 'vitest'
import { replacedIn, replaceTexts, textHits, type Wanted } from './replace-texts.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: {
    title: { default: 'Familie heute', en: 'Family today' },
    pages: [
      {
        name: 'familie',
        elements: [
          {
            type: 'radiogroup',
            name: 'familie_ort',
            title: { default: 'Wo lebt Ihre Familie?', en: 'Where does your Familie live?' },
            description: 'Die familie zählt, Großfamilien auch.',
            choices: ['Familie', { value: 2, text: 'allein' }],
          },
          { type: 'html', name: 'h', html: '<p class="familie">{familie_ort}: Familie</p>' },
        ],
      },
    ],
  },
  scales: [],
  variables: [],
}
const wanted = (part: Partial<Wanted> = {}): Wanted => ({
  words: 'Familie',
  language: 'de',
  letters: 'any',
  parts: 'any',
  ...part,
})
const found = (part?: Partial<Wanted>) =>
  textHits(instrument, wanted(part)).map(({ path, count }) => `${path} ${count}`)

describe('textHits', () => {
  it('finds titles, descriptions, choices and html in one language or in all', () => {
    expect(found()).toEqual([
      '/title 1',
      '/pages/0/elements/0/title 1',
      '/pages/0/elements/0/description 2',
      '/pages/0/elements/0/choices/0 1',
      '/pages/0/elements/1/html 1',
    ])
    expect(found({ language: 'en' })).toEqual(['/pages/0/elements/0/title 1'])
    expect(found({ language: 'all' })).toHaveLength(6)
  })

  it('counts great and small letters and whole words where it is told to', () => {
    expect(found({ letters: 'exact' })).not.toContain('/pages/0/elements/0/description 2')
    expect(found({ parts: 'whole' })).toContain('/pages/0/elements/0/description 1')
    expect(found({ words: 'a.i' })).toEqual([])
    expect(found({ words: '' })).toEqual([])
  })
})

describe('replacedIn', () => {
  it('leaves references to answers and markup alone', () => {
    expect(replacedIn('<b id="x">{x} x</b>', wanted({ words: 'x' }), 'y')).toBe(
      '<b id="x">{x} y</b>',
    )
  })

  it('takes the other words as they are', () => {
    expect(replacedIn('ein Familie', wanted(), '$& $1')).toBe('ein $& $1')
  })
})

describe('replaceTexts', () => {
  it('writes all of them and keeps names and values', () => {
    const hits = textHits(instrument, wanted())
    const next = replaceTexts(instrument, hits, wanted(), 'Haushalt')
    expect(textHits(next, wanted())).toEqual([])
    expect(
      textsOf(next, 'de')
        .map(({ text }) => text)
        .filter((text) => text?.includes('Haushalt')),
    ).toHaveLength(5)
    const [page] = next.survey.pages as readonly Readonly<Record<string, unknown>>[]
    expect(page?.name).toBe('familie')
    expect(JSON.stringify(page)).toContain('{"value":"Familie","text":"Haushalt"}')
    expect(JSON.stringify(page)).toContain('{familie_ort}')
  })

  it('turns translations of a changed source stale, and changed translations into drafts', () => {
    const reviewed = markReviewed(instrument, { language: 'en', by: 'R.', on: '2026-11-01' })
    const states = (one: Instrument) =>
      translationUnits(one).map(({ path, translations }) => `${path} ${translations.en?.state}`)
    const source = wanted({ letters: 'exact' })
    const next = replaceTexts(reviewed, textHits(reviewed, source), source, 'Haushalt')
    expect(states(next)).toContain('/survey/title stale')
    const other = wanted({ language: 'en' })
    const drafted = replaceTexts(reviewed, textHits(reviewed, other), other, 'family')
    expect(states(drafted)).toContain('/survey/pages/0/elements/0/title draft')
  })
})
