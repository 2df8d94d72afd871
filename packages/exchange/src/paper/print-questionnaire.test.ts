import type { Instrument } from '@echolot/instrument'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { printQuestionnaire } from './print-questionnaire.ts'

const instrument: Instrument = {
  instrument: 'papier',
  version: '2.1',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
    { tag: 'ar', status: 'draft', live: false },
  ],
  scales: [],
  variables: [{ name: 'why', sensitivity: 'free-text', purpose: 'Kern', paper: 'Nur für Eltern.' }],
  survey: {
    title: { default: 'Ihre Meinung', en: 'Your view', ar: 'رأيك' },
    pages: [
      {
        name: 'p',
        elements: [
          {
            type: 'radiogroup',
            name: 'job',
            title: { default: 'Arbeiten Sie?', en: 'Do you work?' },
            choices: [
              { value: 1, text: 'Ja' },
              { value: 2, text: 'Nein' },
            ],
          },
          {
            type: 'panel',
            name: 'inner',
            elements: [
              {
                type: 'text',
                name: 'hours',
                title: 'Wie viele Stunden?',
                inputType: 'number',
                min: 1,
                max: 80,
                visibleIf: '{job} = 1',
              },
            ],
          },
          { type: 'comment', name: 'why', title: 'Warum?' },
          {
            type: 'matrix',
            name: 'm',
            title: 'Wie sehr?',
            columns: [
              { value: 1, text: 'gar nicht' },
              { value: 2, text: 'sehr' },
            ],
            rows: [{ value: 'a', text: 'Erstens' }],
          },
          {
            type: 'paneldynamic',
            name: 'child',
            title: 'Kind',
            maxPanelCount: 8,
            templateElements: [{ type: 'text', name: 'age', title: 'Wie alt?' }],
          },
          { type: 'expression', name: 'sum', title: 'Verborgene Summe', expression: '{hours} * 2' },
          { type: 'text', name: 'secret', title: 'Geheim', visible: false },
        ],
      },
    ],
  },
}
const createdOn = new Date('2026-11-22T00:00:00Z')

const wordsOf = async (bytes: Uint8Array) => {
  const document = await getDocument({ data: bytes.slice(), useSystemFonts: false }).promise
  const texts: string[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return texts.join(' ').replaceAll(/\s+/g, ' ')
}

describe('printQuestionnaire', () => {
  it('numbers what is asked, says for whom, and leaves out what nobody sees', async () => {
    const words = await wordsOf(await printQuestionnaire(instrument, { createdOn }))
    for (const text of [
      'Ihre Meinung',
      '1 Arbeiten Sie?',
      'Ja',
      'Nein',
      'Bitte nur eine Antwort',
      '2 Wie viele Stunden?',
      'Zahl von 1 bis 80',
      'Nur für Eltern.',
      'gar nicht',
      'Erstens',
      'Eintrag 1',
      'Eintrag 3',
      '5b Wie alt?',
      'Fassung 2.1',
    ])
      expect(words).toContain(text)
    expect(words).toMatch(/Nur falls .*Arbeiten Sie\?.*Ja/)
    for (const text of ['Verborgene', 'Geheim', '{job}']) expect(words).not.toContain(text)
  })

  it('is tagged, and the same at the same moment', async () => {
    const first = await printQuestionnaire(instrument, { createdOn, language: 'en' })
    const text = new TextDecoder('latin1').decode(first)
    expect(text).toContain('/MarkInfo')
    expect(text).toContain('/Lang')
    expect(await printQuestionnaire(instrument, { createdOn, language: 'en' })).toEqual(first)
    expect(await wordsOf(first)).toContain('Do you work?')
  })

  it('refuses a language whose script the typeface lacks', () => {
    expect(() => printQuestionnaire(instrument, { createdOn, language: 'ar' })).toThrow(
      'cannot be read',
    )
  })
})
