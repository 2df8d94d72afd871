import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { blankInstrument } from './blank-instrument.ts'
import { notesMissing, suggestedSensitivity, writeNotes } from './notes-missing.ts'

const blank = blankInstrument({ name: 'small', title: 'Small' })
const small: Instrument = {
  ...blank,
  survey: {
    ...blank.survey,
    pages: [
      {
        name: 'p',
        elements: [
          { type: 'comment', name: 'wish' },
          { type: 'text', name: 'age', inputType: 'number' },
          { type: 'html', name: 'hint', html: 'Hello' },
          {
            type: 'matrix',
            name: 'mood',
            columns: [{ value: 1 }],
            rows: [{ value: 'mood_1' }, { value: 'mood_2' }],
          },
        ],
      },
    ],
  },
  variables: [{ name: 'age', sensitivity: 'plain', purpose: '' }],
}

describe('notesMissing', () => {
  it('names every item and row without a purpose, and nothing that nobody answers', () =>
    expect(notesMissing(small).map(({ item }) => item.name)).toEqual([
      ...['wish', 'age', 'mood_1', 'mood_2'],
    ]))

  it('keeps the class that somebody chose', () =>
    expect(notesMissing(small).find(({ item }) => item.name === 'age')?.suggested).toBe('plain'))
})

describe('suggestedSensitivity', () => {
  it.each([
    ['comment', undefined, 'free-text'],
    ['text', undefined, 'free-text'],
    ['text', 'number', 'quasi-identifier'],
    ['radiogroup', undefined, 'sensitive'],
    ['file', undefined, 'direct'],
  ])('is careful with %s (%s): %s', (type, inputType, expected) =>
    expect(suggestedSensitivity({ type, ...(inputType === undefined ? {} : { inputType }) })).toBe(
      expected,
    ),
  )
})

describe('writeNotes', () => {
  it('leaves nothing missing and keeps what is written', () => {
    const begun: Instrument = {
      ...small,
      variables: [{ name: 'age', sensitivity: 'plain', purpose: 'Comparison' }],
    }
    const notes = ['wish', 'age', 'mood_1', 'mood_2'].map(
      (name) => ({ name, sensitivity: 'sensitive' }) as const,
    )
    const written = writeNotes(begun, notes, 'Planning')
    expect(notesMissing(written)).toEqual([])
    expect(written.variables.find(({ name }) => name === 'age')?.purpose).toBe('Comparison')
    expect(written.variables.find(({ name }) => name === 'wish')?.purpose).toBe('Planning')
  })
})
