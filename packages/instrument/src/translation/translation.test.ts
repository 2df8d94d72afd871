import { describe, expect, it } from 'vitest'
import { annaInstrument, instrumentOf } from '../../testing/instruments.ts'
import { addChoice, moveChoice, removeChoice } from '../edit-choices.ts'
import { addItem, moveItem, removeItem } from '../edit-items.ts'
import { movePage } from '../edit-pages.ts'
import type { Instrument, TranslationState } from '../instrument.ts'
import { valueAt } from '../pointer.ts'
import { renameItem } from '../rename-item.ts'
import { setProperty } from '../set-property.ts'
import { setText } from '../set-text.ts'
import { completeness, reviewBlockers } from './completeness.ts'
import { mergeTranslations } from './merge-translations.ts'
import { markDraft, markReviewed, setTranslation, setTranslations } from './set-translation.ts'
import { translationUnits } from './translation-units.ts'

const survey = {
  title: 'Umfrage',
  completedHtml: '<p>Danke, {name}!</p>',
  pages: [
    {
      name: 'p1',
      title: { default: 'Seite eins', en: 'Page one' },
      elements: [
        {
          type: 'radiogroup',
          name: 'job',
          title: { default: 'Haben Sie Arbeit?', en: 'Do you have work?' },
          choices: [
            { value: 1, text: { default: 'Ja', en: 'Yes' } },
            { value: 2, text: { default: 'Nein', en: 'No' } },
            'Kiwi',
          ],
        },
        {
          type: 'text',
          name: 'name',
          title: 'Wie heißt die Stelle?',
          validators: [
            { type: 'text', text: 'Zu lang' },
            { type: 'numeric', text: 'Keine Zahl' },
          ],
        },
      ],
    },
    {
      name: 'p2',
      elements: [
        {
          type: 'matrix',
          name: 'm',
          title: 'Wie sehr?',
          columns: [{ value: 1, text: 'wenig' }],
          rows: [{ value: 'r1', text: 'Zeile {job}' }],
        },
        {
          type: 'paneldynamic',
          name: 'kids',
          templateTitle: 'Kind {panelIndex}',
          templateElements: [{ type: 'text', name: 'age', title: 'Alter' }],
        },
        {
          type: 'multipletext',
          name: 'names',
          title: 'Namen',
          items: [{ name: 'first', title: 'Vorname' }],
        },
        { type: 'html', name: 'note', html: 'Text' },
      ],
    },
  ],
}
const start = instrumentOf(survey, {
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'reviewed', live: false },
    { tag: 'tr', status: 'draft', live: false },
  ],
  scales: [{ name: 'S', label: 'Skala', items: ['r1'], reversed: [], min: 1, max: 5, minValid: 1 }],
})

const stateIn = (instrument: Instrument, language: string, key: string): TranslationState =>
  translationUnits(instrument).find((unit) => unit.key === key)?.translations[language]?.state ??
  'missing'
const textIn = (instrument: Instrument, language: string, key: string) =>
  translationUnits(instrument).find((unit) => unit.key === key)?.translations[language]?.text
const pathOf = (instrument: Instrument, key: string) =>
  translationUnits(instrument)
    .find((unit) => unit.key === key)
    ?.path.slice('/survey'.length) ?? ''

describe('translationUnits', () => {
  it('names every text by what it belongs to', () => {
    expect(translationUnits(start).map(({ key }) => key)).toEqual([
      'survey:title',
      'survey:completedHtml',
      'page(p1):title',
      'job:title',
      'job:choices[1]:text',
      'job:choices[2]:text',
      'job:choices[Kiwi]:text',
      'name:title',
      'name:validators[text]:text',
      'name:validators[numeric]:text',
      'm:title',
      'm:columns[1]:text',
      'm:rows[r1]:text',
      'kids:templateTitle',
      'age:title',
      'names:title',
      'names:items[first]:title',
      'note:html',
      'scale(S):label',
    ])
  })

  it('gives no key twice, in all of ANNA', () => {
    for (const name of ['main', 'prepost', 'coach', 'youth'] as const) {
      const keys = translationUnits(annaInstrument(name)).map(({ key }) => key)
      expect(keys.length).toBeGreaterThan(30)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('takes the state from the language as long as nothing is recorded', () => {
    expect(stateIn(start, 'de', 'job:title')).toBe('source')
    expect(stateIn(start, 'en', 'job:title')).toBe('reviewed')
    expect(stateIn(start, 'tr', 'job:title')).toBe('missing')
  })

  it('knows the page, and what was proved unreachable', () => {
    const units = translationUnits(start, { unreachable: new Set(['/survey/pages/1/elements/0']) })
    expect(units.find(({ key }) => key === 'm:rows[r1]:text')).toMatchObject({
      page: 'p2',
      reachable: false,
    })
    expect(units.find(({ key }) => key === 'age:title')?.reachable).toBe(true)
  })
})

describe('the state of a translation', () => {
  const reviewed = setTranslation(start, {
    key: 'job:title',
    language: 'tr',
    text: 'İşiniz var mı?',
    state: 'reviewed',
    by: 'A. Reviewer',
    on: '2026-11-22',
  })

  it('is kept with the source it was made from, by whom and when', () => {
    expect(reviewed.translations?.tr).toEqual({
      others: 'draft',
      units: {
        'job:title': {
          status: 'reviewed',
          source: 'Haben Sie Arbeit?',
          by: 'A. Reviewer',
          on: '2026-11-22',
        },
      },
    })
    expect(stateIn(reviewed, 'tr', 'job:title')).toBe('reviewed')
  })

  it('turns stale with another source text, and back with the old one', () => {
    const path = pathOf(reviewed, 'job:title')
    const changed = setText(reviewed, { path, language: 'de', text: 'Arbeiten Sie?' })
    expect(stateIn(changed, 'tr', 'job:title')).toBe('stale')
    const back = setText(changed, { path, language: 'de', text: 'Haben Sie Arbeit?' })
    expect(stateIn(back, 'tr', 'job:title')).toBe('reviewed')
  })

  it('turns stale in a language that was reviewed as a whole, only where the source changed', () => {
    const changed = setText(start, {
      path: pathOf(start, 'job:choices[1]:text'),
      language: 'de',
      text: 'Jawohl',
    })
    expect(stateIn(changed, 'en', 'job:choices[1]:text')).toBe('stale')
    expect(stateIn(changed, 'en', 'job:choices[2]:text')).toBe('reviewed')
    const again = markReviewed(changed, { language: 'en', keys: ['job:choices[1]:text'] })
    expect(stateIn(again, 'en', 'job:choices[1]:text')).toBe('reviewed')
  })

  it('does not change when the language is called reviewed afterwards', () => {
    const drafted = setTranslation(start, {
      key: 'job:title',
      language: 'tr',
      text: 'x',
      state: 'draft',
    })
    const called: Instrument = {
      ...drafted,
      languages: drafted.languages.map((one) =>
        one.tag === 'tr' ? { ...one, status: 'reviewed' } : one,
      ),
    }
    expect(stateIn(called, 'tr', 'job:title')).toBe('draft')
  })

  it('is a draft again after the words were edited elsewhere', () => {
    const edited = setText(reviewed, {
      path: pathOf(reviewed, 'job:title'),
      language: 'tr',
      text: 'Çalışıyor musunuz?',
    })
    expect(stateIn(edited, 'tr', 'job:title')).toBe('draft')
    const byProperty = setProperty(start, {
      path: '/pages/0/elements/0',
      property: 'title',
      value: { default: 'Haben Sie Arbeit?', en: 'Any work?' },
    })
    expect(stateIn(byProperty, 'en', 'job:title')).toBe('draft')
  })

  it('survives moving items, pages and choices', () => {
    const moved = movePage(
      moveItem(reviewed, {
        path: '/pages/0/elements/0',
        list: '/pages/1/elements',
        at: 0,
      }),
      { from: 0, to: 1 },
    )
    expect(pathOf(moved, 'job:title')).toBe('/pages/0/elements/0/title')
    expect(stateIn(moved, 'tr', 'job:title')).toBe('reviewed')
    const turned = moveChoice(start, { list: '/pages/0/elements/0/choices', from: 0, to: 1 })
    expect(stateIn(turned, 'en', 'job:choices[1]:text')).toBe('reviewed')
    expect(turned.translations).toBeUndefined()
  })

  it('follows renamed items, rows, pages and choice values', () => {
    const row = setTranslation(reviewed, {
      key: 'm:rows[r1]:text',
      language: 'tr',
      text: 'Satır {job}',
      state: 'reviewed',
    })
    const renamed = renameItem(row, { from: 'job', to: 'work' })
    expect(stateIn(renamed, 'tr', 'work:title')).toBe('reviewed')
    expect(textIn(renamed, 'de', 'm:rows[r1]:text')).toBe('Zeile {work}')
    expect(stateIn(renamed, 'tr', 'm:rows[r1]:text')).toBe('reviewed')
    expect(Object.keys(renamed.translations?.tr?.units ?? {})).toEqual([
      'work:title',
      'm:rows[r1]:text',
    ])
    expect(
      stateIn(renameItem(row, { from: 'r1', to: 'row_one' }), 'tr', 'm:rows[row_one]:text'),
    ).toBe('reviewed')
    const revalued = setProperty(
      setTranslation(start, {
        key: 'job:choices[1]:text',
        language: 'tr',
        text: 'Evet',
        state: 'reviewed',
      }),
      { path: '/pages/0/elements/0/choices/0', property: 'value', value: 9 },
    )
    expect(stateIn(revalued, 'tr', 'job:choices[9]:text')).toBe('reviewed')
  })

  it('leaves with the text, and a new element begins as a draft', () => {
    const gone = removeItem(reviewed, '/pages/0/elements/0')
    expect(gone.translations).toBeUndefined()
    const fewer = removeChoice(
      setTranslation(start, {
        key: 'job:choices[1]:text',
        language: 'tr',
        text: 'Evet',
        state: 'reviewed',
      }),
      { list: '/pages/0/elements/0/choices', place: 0 },
    )
    expect(fewer.translations).toBeUndefined()
    const more = addItem(start, {
      list: '/pages/0/elements',
      item: { type: 'text', name: 'new', title: { default: 'Neu', en: 'New' } },
    })
    expect(stateIn(more, 'en', 'new:title')).toBe('draft')
    const choice = addChoice(start, {
      list: '/pages/0/elements/0/choices',
      choice: { value: 3, text: { default: 'Vielleicht', en: 'Maybe' } },
    })
    expect(stateIn(choice, 'en', 'job:choices[3]:text')).toBe('draft')
  })

  it('is recorded for plain choices, validators and labels of the codebook', () => {
    const written = setTranslations(start, [
      { key: 'job:choices[Kiwi]:text', language: 'en', text: 'Kiwi fruit', state: 'draft' },
      { key: 'job:choices[Kiwi]:text', language: 'tr', text: 'Kivi', state: 'draft' },
      { key: 'name:validators[numeric]:text', language: 'tr', text: 'Sayı değil', state: 'draft' },
      { key: 'scale(S):label', language: 'tr', text: 'Ölçek', state: 'reviewed' },
    ])
    expect(textIn(written, 'en', 'job:choices[Kiwi]:text')).toBe('Kiwi fruit')
    expect(textIn(written, 'tr', 'job:choices[Kiwi]:text')).toBe('Kivi')
    expect(textIn(written, 'tr', 'name:validators[numeric]:text')).toBe('Sayı değil')
    expect(written.scales[0]?.label).toEqual({ default: 'Skala', tr: 'Ölçek' })
    expect(stateIn(written, 'tr', 'scale(S):label')).toBe('reviewed')
  })

  it('is there for choices whose value is what respondents read', () => {
    const fruit = instrumentOf({
      pages: [
        {
          name: 'p',
          elements: [
            {
              type: 'radiogroup',
              name: 'q',
              title: 'Was?',
              choices: [{ value: 'Apfel' }, { value: 2 }],
            },
          ],
        },
      ],
    })
    expect(translationUnits(fruit).map(({ key, source }) => [key, source])).toEqual([
      ['q:title', 'Was?'],
      ['q:choices[Apfel]:text', 'Apfel'],
    ])
    const written = setTranslation(fruit, {
      key: 'q:choices[Apfel]:text',
      language: 'en',
      text: 'Apple',
      state: 'draft',
    })
    expect(valueAt(written.survey, '/pages/0/elements/0/choices/0')).toEqual({
      value: 'Apfel',
      text: { default: 'Apfel', en: 'Apple' },
    })
    expect(textIn(written, 'de', 'q:choices[Apfel]:text')).toBe('Apfel')
  })

  it('can be taken back to a draft with a note', () => {
    const back = markDraft(reviewed, { key: 'job:title', language: 'tr', note: 'tone' })
    expect(stateIn(back, 'tr', 'job:title')).toBe('draft')
    expect(back.translations?.tr?.units['job:title']?.note).toBe('tone')
  })

  it('is removed with the text, and an unknown key changes nothing', () => {
    const removed = setTranslation(reviewed, {
      key: 'job:title',
      language: 'tr',
      text: '',
      state: 'draft',
    })
    expect(removed).toEqual(start)
    expect(
      setTranslation(start, { key: 'nothing:title', language: 'tr', text: 'x', state: 'draft' }),
    ).toBe(start)
  })
})

describe('completeness', () => {
  it('counts texts that respondents can come to', () => {
    expect(completeness(start, 'en')).toMatchObject({ units: 18, reviewed: 4, missing: 14 })
    expect(completeness(start, 'de')).toMatchObject({ share: 1, isComplete: true })
    const onlyJob = {
      unreachable: new Set([
        '/survey/pages/1',
        '/survey/pages/0/elements/1',
        '/survey/title',
        '/survey/completedHtml',
      ]),
    }
    expect(completeness(start, 'en', onlyJob)).toMatchObject({ units: 5, missing: 1 })
    expect(reviewBlockers(start, 'en', onlyJob).map(({ key }) => key)).toEqual([
      'job:choices[Kiwi]:text',
    ])
  })

  it('finds ANNA complete in German and English', () => {
    expect(completeness(annaInstrument('main'), 'de').isComplete).toBe(true)
    expect(completeness(annaInstrument('main'), 'en').isComplete).toBe(true)
    expect(completeness(annaInstrument('main'), 'de-x-ls').reviewed).toBe(0)
  })
})

describe('mergeTranslations', () => {
  const write = (from: Instrument, key: string, language: string, text: string) =>
    setTranslation(from, { key, language, text, state: 'draft', by: `${language} translator` })

  it('takes what only the others wrote and keeps what is mine', () => {
    const mine = write(start, 'job:title', 'tr', 'mine')
    const theirs = write(write(start, 'name:title', 'tr', 'theirs'), 'm:title', 'en', 'How?')
    const { instrument, taken, conflicts, beyondTranslations } = mergeTranslations(
      start,
      mine,
      theirs,
    )
    expect(textIn(instrument, 'tr', 'job:title')).toBe('mine')
    expect(textIn(instrument, 'tr', 'name:title')).toBe('theirs')
    expect(textIn(instrument, 'en', 'm:title')).toBe('How?')
    expect(stateIn(instrument, 'en', 'm:title')).toBe('draft')
    expect([taken, conflicts, beyondTranslations]).toEqual([2, [], false])
  })

  it('lists what both wrote and overwrites neither', () => {
    const { instrument, conflicts } = mergeTranslations(
      start,
      write(start, 'job:title', 'en', 'Mine?'),
      write(start, 'job:title', 'en', 'Theirs?'),
    )
    expect(textIn(instrument, 'en', 'job:title')).toBe('Mine?')
    expect(conflicts).toEqual([
      {
        key: 'job:title',
        language: 'en',
        base: 'Do you have work?',
        mine: 'Mine?',
        theirs: 'Theirs?',
      },
    ])
  })

  it('takes a review of theirs for the same words, and not for words of mine they did not see', () => {
    const both = write(start, 'job:title', 'tr', 'same')
    const reviewed = markReviewed(both, { language: 'tr', by: 'R' })
    expect(stateIn(mergeTranslations(start, both, reviewed).instrument, 'tr', 'job:title')).toBe(
      'reviewed',
    )
    const mine = write(both, 'job:title', 'tr', 'other words')
    const merged = mergeTranslations(both, mine, reviewed).instrument
    expect(textIn(merged, 'tr', 'job:title')).toBe('other words')
    expect(stateIn(merged, 'tr', 'job:title')).toBe('draft')
  })

  it('finds the text again where I moved it, and lists it where I removed it', () => {
    const theirs = write(start, 'job:title', 'tr', 'theirs')
    const moved = movePage(start, { from: 0, to: 1 })
    expect(textIn(mergeTranslations(start, moved, theirs).instrument, 'tr', 'job:title')).toBe(
      'theirs',
    )
    const removed = removeItem(start, '/pages/0/elements/0')
    expect(mergeTranslations(start, removed, theirs).lost).toEqual([
      { key: 'job:title', language: 'tr', text: 'theirs' },
    ])
  })

  it('says when they changed more than translations', () => {
    expect(
      mergeTranslations(start, start, removeItem(start, '/pages/0/elements/1')).beyondTranslations,
    ).toBe(true)
  })
})
