import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { addEntry, entriesAt, setEntryText, setEntryValue } from './entries.ts'

const LIST = '/pages/0/elements/0/choices'
const withChoices = (choices: readonly unknown[]): Instrument => ({
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: { pages: [{ name: 'p', elements: [{ type: 'radiogroup', name: 'x', choices }] }] },
  scales: [],
  variables: [],
})
const values = (instrument: Instrument) => entriesAt(instrument, LIST).map(({ value }) => value)

describe('addEntry', () => {
  it('stands before the missing codes, with the next number', () => {
    expect(
      values(addEntry(withChoices([{ value: 1 }, { value: 2 }, { value: -77 }]), LIST)),
    ).toEqual([1, 2, 3, -77])
  })

  it('names on where values are names', () => {
    expect(values(addEntry(withChoices([{ value: 'x_1' }, { value: 'x_2' }]), LIST))).toEqual([
      'x_1',
      'x_2',
      'x_3',
    ])
  })
})

describe('setEntryText', () => {
  it('keeps the value when a plain choice gets a translation', () => {
    const after = setEntryText(withChoices(['Apfel']), LIST, {
      place: 0,
      language: 'en',
      text: 'Apple',
    })
    expect(entriesAt(after, LIST)).toEqual([
      { value: 'Apfel', text: { default: 'Apfel', en: 'Apple' } },
    ])
  })
})

describe('setEntryValue', () => {
  it('stores whole numbers as numbers', () => {
    expect(
      values(setEntryValue(withChoices([{ value: 1 }]), LIST, { place: 0, value: '12' })),
    ).toEqual([12])
  })

  it('keeps the words of a choice whose value was its text', () => {
    const after = setEntryValue(withChoices(['Apfel']), LIST, { place: 0, value: '1' })
    expect(entriesAt(after, LIST)).toEqual([{ value: 1, text: 'Apfel' }])
  })
})
