import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { aloneOf, fromAnswer, intoAnswer, isAnswerable } from './alone.ts'
import { answerWords } from './answer-words.ts'
import { lostOf, misfitsOf } from './misfits.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [{ type: 'checkbox', name: 'uses', choices: [{ value: 1, text: 'Kita' }, 2] }],
      },
    ],
  },
  scales: [],
  variables: [],
}
const MATRIX = {
  type: 'matrix',
  name: 'm',
  columns: [{ value: 1, text: 'oft' }, 2],
  rows: [{ value: 'a', text: 'Lesen' }, 'b'],
}
const PANEL = {
  type: 'paneldynamic',
  name: 'children',
  templateElements: [
    { type: 'text', name: 'age', title: 'Alter', inputType: 'number', visibleIf: '{x} = 1' },
    { type: 'dropdown', name: 'care', title: 'Betreuung', choices: [{ value: 1, text: 'Kita' }] },
  ],
}
const answer = (json: Readonly<Record<string, unknown>>) => ({ json, as: 'answer' }) as const
const entry = (json: Readonly<Record<string, unknown>>) => ({ json, as: 'entry' }) as const

describe('aloneOf', () => {
  it('leaves out what depends on other questions, and keeps what is asked', () => {
    expect(
      aloneOf({ ...PANEL, isRequired: true, defaultValue: [{}], allowAddPanel: false }, instrument),
    ).toEqual({
      ...PANEL,
      templateElements: [
        { type: 'text', name: 'age', title: 'Alter', inputType: 'number' },
        PANEL.templateElements[1],
      ],
    })
  })

  it('offers the choices that another question carries over', () => {
    expect(
      aloneOf({ type: 'radiogroup', name: 'best', choicesFromQuestion: 'uses' }, instrument),
    ).toEqual({ type: 'radiogroup', name: 'best', choices: [{ value: 1, text: 'Kita' }, 2] })
  })

  it('knows what nobody can fill in here', () => {
    expect(isAnswerable(MATRIX)).toBe(true)
    for (const type of ['html', 'expression', 'file', 'martian', undefined])
      expect(isAnswerable({ type })).toBe(false)
    expect(isAnswerable({ type: 'dropdown', choicesByUrl: { url: 'https://x' } })).toBe(false)
  })
})

describe('an entry', () => {
  it('stands in a list of one, and comes back alone', () => {
    expect(intoAnswer({ age: 3 }, 'entry')).toEqual([{ age: 3 }])
    expect(fromAnswer([{ age: 4 }], 'entry')).toEqual({ age: 4 })
    expect(fromAnswer([{}], 'entry')).toBeUndefined()
    expect(intoAnswer(undefined, 'entry')).toBeUndefined()
  })

  it('keeps zero and no', () => {
    expect(fromAnswer(0, 'answer')).toBe(0)
    expect(fromAnswer(false, 'answer')).toBe(false)
  })
})

describe('misfitsOf', () => {
  it('finds nothing in what can be answered', () => {
    expect(misfitsOf({ a: 1, b: 2 }, answer(MATRIX), instrument)).toEqual([])
    expect(misfitsOf([{ age: 3, care: 1 }], answer(PANEL), instrument)).toEqual([])
    expect(misfitsOf({ age: 3 }, entry(PANEL), instrument)).toEqual([])
    expect(misfitsOf(undefined, answer(MATRIX), instrument)).toEqual([])
  })

  it('names the parts that the question cannot show', () => {
    expect(misfitsOf({ a: 1, ghost: 2 }, answer(MATRIX), instrument)).toEqual([
      { at: '/ghost', value: 2 },
    ])
    expect(misfitsOf([{ age: 3, toy: 'Ball' }], answer(PANEL), instrument)).toEqual([
      { at: '/0/toy', value: 'Ball' },
    ])
    expect(misfitsOf({ toy: 'Ball' }, entry(PANEL), instrument)).toEqual([
      { at: '/toy', value: 'Ball' },
    ])
  })

  it('names of several ticks only those that are no choice', () => {
    expect(
      misfitsOf([1, 99], answer({ type: 'checkbox', name: 'c', choices: [1, 2] }), instrument),
    ).toEqual([{ at: '', value: 99 }])
  })

  it('tells what would go away', () => {
    const before = misfitsOf({ ghost: 2, spirit: 1 }, answer(MATRIX), instrument)
    const after = misfitsOf({ a: 1, ghost: 2 }, answer(MATRIX), instrument)
    expect(lostOf(before, after)).toEqual([{ at: '/spirit', value: 1 }])
  })
})

describe('answerWords', () => {
  it('says an answer by the texts of its question', () => {
    expect(answerWords([1, 2], answer({ ...firstOf(instrument) }), instrument)).toBe('Kita, 2')
    expect(answerWords({ a: 1, b: 2 }, answer(MATRIX), instrument)).toBe('Lesen: oft; b: 2')
    expect(answerWords([{ age: 3, care: 1 }, { age: 5 }], answer(PANEL), instrument)).toBe(
      'Alter: 3; Betreuung: Kita · Alter: 5',
    )
    expect(answerWords({ care: 1 }, entry(PANEL), instrument)).toBe('Betreuung: Kita')
    expect(answerWords(true, answer({ type: 'boolean', name: 'b' }), instrument)).toBe('Ja')
  })

  it('says what fits nowhere as it stands', () => {
    expect(answerWords({ ghost: 7 }, answer(MATRIX), instrument)).toBe('ghost: 7')
  })
})

const firstOf = ({ survey }: Instrument) =>
  ((
    survey.pages as readonly { readonly elements: readonly Readonly<Record<string, unknown>>[] }[]
  )[0]?.elements ?? [])[0]
