import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { pasteEntries, readPasted } from './pasted-entries.ts'

const instrument = {
  languages: [{ tag: 'de' }, { tag: 'en' }],
  survey: { pages: [{ elements: [{ type: 'radiogroup', name: 'a', choices: [1] }] }] },
} as unknown as Instrument
const LIST = '/pages/0/elements/0/choices'
const choicesOf = (one: Instrument) =>
  (one.survey as { pages: { elements: { choices: unknown }[] }[] }).pages[0]?.elements[0]?.choices

describe('a list pasted from a spreadsheet', () => {
  it('numbers lines that have only words', () =>
    expect(readPasted('nie\r\n\r\nimmer\n', 3)).toEqual([
      { value: 3, texts: ['nie'] },
      { value: 4, texts: ['immer'] },
    ]))

  it('takes the value from the first of several columns, text or whole number', () =>
    expect(readPasted('1\tnie\tnever\nx\timmer', 1)).toEqual([
      { value: 1, texts: ['nie', 'never'] },
      { value: 'x', texts: ['immer'] },
    ]))

  it('writes texts under the languages that are shown and leaves empty cells out', () => {
    const entries = readPasted('2\tnie\tnever\n3\timmer\t', 1)
    const languages = ['de', 'en']
    expect(
      choicesOf(pasteEntries(instrument, LIST, { entries, languages, how: 'behind' })),
    ).toEqual([1, { value: 2, text: { default: 'nie', en: 'never' } }, { value: 3, text: 'immer' }])
    expect(
      choicesOf(pasteEntries(instrument, LIST, { entries, languages, how: 'instead' })),
    ).toEqual([
      { value: 2, text: { default: 'nie', en: 'never' } },
      { value: 3, text: 'immer' },
    ])
  })
})
