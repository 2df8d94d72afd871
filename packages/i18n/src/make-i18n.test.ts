import { describe, expect, it } from 'vitest'
import { makeI18n } from './index.ts'

const words = {
  de: {
    hello: 'Guten Tag, {{name}}',
    pages_one: '{{count}} Seite',
    pages_other: '{{count}} Seiten',
  },
  'de-x-ls': { hello: 'Hallo, {{name}}' },
  en: { hello: 'Hello, {{name}}', pages_one: '{{count}} page', pages_other: '{{count}} pages' },
  ar: {
    pages_zero: 'لا صفحات',
    pages_two: 'صفحتان',
    pages_few: '{{count}} صفحات',
    pages_other: '{{count}} صفحة',
  },
}

describe('makeI18n', () => {
  it('speaks the language that serves best', () => {
    const { t, language } = makeI18n(words, ['en-GB'])
    expect(language).toBe('en')
    expect(t('hello', { name: 'A & B' })).toBe('Hello, A & B')
  })

  it('counts as each language does', () => {
    const german = makeI18n(words, ['de'])
    expect([1, 2].map((count) => german.t('pages', { count }))).toEqual(['1 Seite', '2 Seiten'])
    const arabic = makeI18n(words, ['ar'])
    expect([0, 2, 3, 11].map((count) => arabic.t('pages', { count }))).toEqual([
      'لا صفحات',
      'صفحتان',
      '3 صفحات',
      '11 صفحة',
    ])
  })

  it('fills the gaps of easy language from the language itself', () => {
    const easy = makeI18n(words, ['de-x-ls'])
    expect(easy.t('hello', { name: 'Kim' })).toBe('Hallo, Kim')
    expect(easy.t('pages', { count: 2 })).toBe('2 Seiten')
  })

  it('fills the gaps of any language from the source', () => {
    expect(makeI18n(words, ['ar']).t('hello', { name: 'Kim' })).toBe('Guten Tag, Kim')
  })

  it('keeps two screens apart', () => {
    const [first, second] = [makeI18n(words, ['de']), makeI18n(words, ['en'])]
    expect(first.t('hello', { name: 'x' })).not.toBe(second.t('hello', { name: 'x' }))
  })
})
