import { Serializer } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { convertElement } from './convert-element.ts'
import { convertibleTo } from './convertible.ts'
import { elementOfKind, KINDS } from './kinds.ts'

const CHOICES = [
  { value: 1, text: 'gut' },
  { value: 2, text: { default: 'schlecht', en: 'bad' } },
]

describe('convertElement', () => {
  it('keeps everything the new type knows', () => {
    const before = {
      type: 'radiogroup',
      name: 'a',
      title: 'Wie?',
      isRequired: true,
      visibleIf: '{b} = 1',
      choices: CHOICES,
      hasOther: true,
    }
    expect(convertElement(before, 'checkbox')).toEqual({
      json: { ...before, type: 'checkbox' },
      lost: [],
    })
  })

  it('turns choices into columns and back', () => {
    const matrix = convertElement({ type: 'radiogroup', name: 'a', choices: CHOICES }, 'matrix')
    expect(matrix.json).toEqual({
      type: 'matrix',
      name: 'a',
      columns: CHOICES,
      rows: [{ value: 'a_1' }],
    })
    const back = convertElement(matrix.json, 'dropdown')
    expect(back.json).toEqual({ type: 'dropdown', name: 'a', choices: CHOICES })
    expect(back.lost).toEqual(['rows'])
  })

  it('turns the steps of a scale into choices, and plain steps into a scale', () => {
    const scale = { type: 'rating', name: 'a', rateMin: 0, rateMax: 3 }
    const choices = [0, 1, 2, 3].map((value) => ({ value }))
    expect(convertElement(scale, 'radiogroup').json).toEqual({
      type: 'radiogroup',
      name: 'a',
      choices,
    })
    expect(convertElement({ type: 'radiogroup', name: 'a', choices }, 'rating').json).toEqual(scale)
    expect(
      convertElement({ type: 'radiogroup', name: 'a', choices: CHOICES }, 'rating').json,
    ).toEqual({
      type: 'rating',
      name: 'a',
      rateValues: CHOICES,
    })
  })

  it('keeps what neither type knows, and names what is lost', () => {
    const before = { type: 'text', name: 'a', inputType: 'number', min: 1, ours: { kept: true } }
    const { json, lost } = convertElement(before, 'comment')
    expect(json).toEqual({ type: 'comment', name: 'a', ours: { kept: true } })
    expect(lost).toEqual(['inputType', 'min'])
  })

  it('keeps one default answer where one is asked for, and a list where several are', () => {
    const one = { type: 'radiogroup', name: 'a', choices: CHOICES, defaultValue: 1 }
    const many = convertElement(one, 'checkbox').json
    expect(many.defaultValue).toEqual([1])
    expect(convertElement(many, 'radiogroup').json).toEqual(one)
    const two = convertElement({ ...many, defaultValue: [1, 2] }, 'radiogroup')
    expect(two.lost).toEqual(['defaultValue'])
  })

  it('lets panels hold what they held', () => {
    const elements = [{ type: 'text', name: 'b' }]
    const { json } = convertElement({ type: 'panel', name: 'a', elements }, 'paneldynamic')
    expect(json).toEqual({ type: 'paneldynamic', name: 'a', templateElements: elements })
    expect(convertElement(json, 'panel').json.elements).toBe(elements)
  })

  it('turns a note into a question with its words, and back', () => {
    const note = { type: 'html', name: 'a', html: 'Guten Tag' }
    const question = convertElement(note, 'text').json
    expect(question).toEqual({ type: 'text', name: 'a', title: 'Guten Tag' })
    expect(convertElement(question, 'html').json).toEqual(note)
  })
})

describe('convertElement to a form of the text question', () => {
  it('makes another question a number', () => {
    expect(convertElement({ type: 'comment', name: 'a', title: 'Wie alt?' }, 'number')).toEqual({
      json: { type: 'text', name: 'a', title: 'Wie alt?', inputType: 'number' },
      lost: [],
    })
  })

  it('makes a number a day or plain words, and names the bounds that are lost', () => {
    const number = { type: 'text', name: 'a', inputType: 'number', title: 'Wie alt?', max: 120 }
    expect(convertElement(number, 'date')).toEqual({
      json: { type: 'text', name: 'a', title: 'Wie alt?', inputType: 'date' },
      lost: ['max'],
    })
    expect(convertElement(number, 'text').json).toEqual({
      type: 'text',
      name: 'a',
      title: 'Wie alt?',
    })
    expect(convertElement(number, 'number')).toEqual({ json: number, lost: [] })
  })
})

describe('convertibleTo', () => {
  it.each(KINDS.map(({ id }) => id))('offers for %s only what survey-core has', (id) => {
    const element = elementOfKind(id, 'a')
    for (const kind of convertibleTo(id)) {
      const { type } = convertElement(element, kind).json
      expect(Serializer.findClass(String(type))).toBeTruthy()
    }
  })

  it('offers numbers and days where it offers words, and nothing its own kind', () => {
    expect(convertibleTo('number')).toEqual(expect.arrayContaining(['text', 'date', 'comment']))
    expect(convertibleTo('number')).not.toContain('number')
    expect(convertibleTo('comment')).toContain('number')
  })
})
