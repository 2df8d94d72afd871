import { type Instrument, itemsOf, textsOf } from '@echolot/instrument'
import { shownItems } from '@echolot/routing'
import { describe, expect, it } from 'vitest'
import { readXlsform } from './read-xlsform.ts'
import { writeXlsform } from './write-xlsform.ts'

const instrument: Instrument = {
  instrument: 'rueckweg',
  version: '1.2',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'reviewed', live: true },
    { tag: 'de-x-easy', status: 'draft', live: false },
  ],
  scales: [],
  variables: [],
  panelCounts: [{ panel: 'child', from: 'children' }],
  survey: {
    title: 'Hin und zurück',
    clearInvisibleValues: 'onHidden',
    pages: [
      {
        name: 'start',
        title: { default: 'Anfang', en: 'Start' },
        elements: [
          {
            type: 'radiogroup',
            name: 'job',
            title: {
              default: 'Arbeiten Sie?',
              en: 'Do you work?',
              'de-x-easy': 'Haben Sie Arbeit?',
            },
            isRequired: true,
            choices: [
              { value: 1, text: { default: 'Ja', en: 'Yes' } },
              { value: 2, text: { default: 'Nein', en: 'No' } },
            ],
          },
          {
            type: 'checkbox',
            name: 'helps',
            title: 'Hilfen',
            choices: [
              { value: 'a', text: 'Eins' },
              { value: 'b', text: 'Zwei' },
            ],
          },
        ],
      },
      {
        name: 'more',
        visibleIf: "{job} = 1 or {helps} contains 'b'",
        elements: [
          {
            type: 'text',
            name: 'hours',
            inputType: 'number',
            step: 1,
            min: 1,
            max: 80,
            title: { default: 'Stunden', en: 'Hours' },
            visibleIf: '{job} notempty and {job} <> 2',
          },
          {
            type: 'comment',
            name: 'why',
            title: 'Warum?',
            visibleIf: "!({helps} contains 'a') and {hours} >= 10",
          },
          {
            type: 'text',
            name: 'start_day',
            inputType: 'date',
            title: 'Seit wann?',
            visibleIf: "{helps} anyof ['a', 'b']",
          },
          { type: 'text', name: 'children', inputType: 'number', step: 1, title: 'Kinder' },
          {
            type: 'paneldynamic',
            name: 'child',
            title: 'Kind',
            panelCount: 0,
            maxPanelCount: 10,
            allowAddPanel: false,
            allowRemovePanel: false,
            templateElements: [
              { type: 'text', name: 'age', inputType: 'number', step: 1, title: 'Alter' },
              {
                type: 'text',
                name: 'school',
                title: 'Schule',
                visibleIf: '{panel.age} >= 6 and {job} = 1',
              },
            ],
          },
        ],
      },
    ],
  },
}

describe('writeXlsform', () => {
  const { bytes, losses } = writeXlsform(instrument)
  const back = readXlsform({ name: 'back.xlsx', bytes }).instrument

  it('is read back with the same items, types and choices', () => {
    const outline = (one: Instrument) =>
      itemsOf(one).map(({ name, type, page, choices, required, inputType, min, max }) => ({
        name,
        type,
        page,
        choices,
        required,
        inputType,
        min,
        max,
      }))
    expect(outline(back)).toEqual(outline(instrument))
    expect(back.panelCounts).toEqual(instrument.panelCounts)
  })

  it('is read back with the same texts in every language', () => {
    expect(back.languages.map(({ tag }) => tag)).toEqual(['de', 'en', 'de-x-easy'])
    for (const { tag } of instrument.languages)
      expect(
        textsOf(back, tag).map(({ element, property, text }) => [element, property, text]),
      ).toEqual(
        expect.arrayContaining(
          textsOf(instrument, tag).map(({ element, property, text }) => [element, property, text]),
        ),
      )
  })

  it('is read back with conditions that show the same', () => {
    for (const job of [1, 2, undefined])
      for (const helps of [['a'], ['b'], ['a', 'b'], undefined])
        for (const hours of [5, 12, undefined]) {
          const answers = Object.fromEntries(
            Object.entries({
              job,
              helps,
              hours,
              children: 2,
              child: [{ age: 3 }, { age: 9 }],
            }).filter(([, value]) => value !== undefined),
          )
          expect(shownItems(back, answers), JSON.stringify(answers)).toEqual(
            shownItems(instrument, answers),
          )
        }
  })

  it('loses nothing here', () => expect(losses.filter(({ fate }) => fate !== 'kept')).toEqual([]))

  it('says what XLSForm has no place for', () => {
    const { losses: lost } = writeXlsform({
      ...instrument,
      survey: {
        pages: [
          {
            name: 'p',
            elements: [
              { type: 'signaturepad', name: 's' },
              { type: 'matrix', name: 'm', columns: [1, 2], rows: ['r1'] },
              {
                type: 'text',
                name: 't',
                startWithNewLine: false,
                visibleIf: "displayValue('m') = 'x'",
              },
            ],
          },
        ],
      },
    })
    expect(
      lost.filter(({ fate }) => fate !== 'kept').map(({ fate, path }) => [fate, path]),
    ).toEqual([
      ['dropped', '/survey/pages/0/elements/0'],
      ['approximated', '/survey/pages/0/elements/1'],
      ['dropped', '/survey/pages/0/elements/2/startWithNewLine'],
      ['dropped', '/survey/pages/0/elements/2'],
    ])
  })
})
