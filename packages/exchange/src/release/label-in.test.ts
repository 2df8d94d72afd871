import { describe, expect, it } from 'vitest'
import { labelIn } from './label-in.ts'

const text = { default: 'Wie geht es?', en: 'How are you?' }

describe('labelIn', () => {
  it.each([
    ['de', 'Wie geht es?'],
    ['en', 'How are you?'],
    ['en-GB', 'How are you?'],
    ['de-x-ls', 'Wie geht es?'],
    ['tr', 'Wie geht es?'],
  ])('for %s it is %s', (language, words) => expect(labelIn(text, language, 'de')).toBe(words))

  it('takes English where the source language has no words', () => {
    expect(labelIn({ de: 'ja', en: 'yes' }, 'tr', 'tr')).toBe('yes')
    expect(labelIn({ ar: 'نعم' }, 'tr', 'tr')).toBe('نعم')
  })
})
