import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { dropEmptyEntry, writeInPlace, writeLines } from './in-place.ts'

const element = '/pages/0/elements/0'
const withElement = (json: object): Instrument => ({
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: { pages: [{ name: 'p', elements: [json] }] },
  scales: [],
  variables: [],
})
const jsonOf = ({ survey }: Instrument) =>
  (survey.pages as [{ elements: [Record<string, unknown>] }])[0].elements[0]

describe('writeInPlace', () => {
  it('writes one language and leaves the other', () => {
    const before = withElement({ type: 'text', name: 'a', title: 'Alter' })
    const after = writeInPlace(before, { element, text: '/title', language: 'en', words: 'Age' })
    expect(jsonOf(after).title).toEqual({ default: 'Alter', en: 'Age' })
  })

  it('keeps the value of a choice that was a word only', () => {
    const before = withElement({ type: 'radiogroup', name: 'a', choices: ['Apfel'] })
    const text = '/choices/0'
    const after = writeInPlace(before, { element, text, language: 'de', words: 'Birne' })
    expect(jsonOf(after).choices).toEqual([{ value: 'Apfel', text: 'Birne' }])
  })

  it('writes the title of a column and keeps its name', () => {
    const before = withElement({ type: 'matrixdropdown', name: 'a', columns: ['c'] })
    const text = '/columns/0'
    const after = writeInPlace(before, { element, text, language: 'de', words: 'Spalte' })
    expect(jsonOf(after).columns).toEqual([{ name: 'c', title: 'Spalte' }])
  })
})

describe('writeLines', () => {
  it('makes an entry of each line, before what follows', () => {
    const before = withElement({
      type: 'radiogroup',
      name: 'a',
      choices: [
        { value: 1, text: 'x' },
        { value: -77, text: 'weiß nicht' },
      ],
    })
    const lines = ['rot', 'grün', 'blau']
    const after = writeLines(before, { element, text: '/choices/0', language: 'de', lines })
    expect(jsonOf(after).choices).toEqual([
      { value: 1, text: 'rot' },
      { value: 2, text: 'grün' },
      { value: 3, text: 'blau' },
      { value: -77, text: 'weiß nicht' },
    ])
  })
})

describe('dropEmptyEntry', () => {
  it('takes an entry away that was never written, and no other', () => {
    const choices = [
      { value: 1, text: 'rot' },
      { value: 2, text: '' },
    ]
    const before = withElement({ type: 'radiogroup', name: 'a', choices })
    expect(jsonOf(dropEmptyEntry(before, element, '/choices/1')).choices).toEqual([choices[0]])
    expect(dropEmptyEntry(before, element, '/choices/0')).toBe(before)
    expect(dropEmptyEntry(before, element, '/title')).toBe(before)
  })
})
