import { describe, expect, it } from 'vitest'
import { DESIGNER_WORDS } from '../words.ts'
import { isForm, kindOf } from './kind-of.ts'
import { newElement } from './new-element.ts'

const named = Object.keys(DESIGNER_WORDS.de.type).filter(isForm)

describe('kindOf', () => {
  it('is the form of a text question, and the type of any other', () => {
    const kind = (json: { type: string; inputType?: unknown }) => kindOf({ type: json.type, json })
    expect(kind({ type: 'text', inputType: 'number' })).toBe('number')
    expect(kind({ type: 'text', inputType: 'text' })).toBe('text')
    expect(kind({ type: 'text', inputType: 'of our own' })).toBe('text')
    expect(kind({ type: 'comment', inputType: 'number' })).toBe('comment')
  })

  it.each(named)('begins %s as the kind that it is named by', (kind) => {
    const json = newElement(kind, 'a')
    expect(kindOf({ type: String(json.type), json })).toBe(kind)
  })

  it('has words in both languages for every form that survey-core knows', async () => {
    const { Serializer } = await import('survey-core')
    const forms: readonly string[] = Serializer.findProperty('text', 'inputType').choices
    for (const form of forms.filter((one) => one !== 'text')) {
      expect(named).toContain(form)
      expect(Object.keys(DESIGNER_WORDS.en.type)).toContain(form)
    }
  })
})
