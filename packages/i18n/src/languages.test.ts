import { describe, expect, it } from 'vitest'
import { autonym, chooseLanguage, directionOf } from './index.ts'

describe('chooseLanguage', () => {
  const offered = ['de', 'de-x-ls', 'en', 'ar', 'zh-Hant', 'pt-BR']
  it.each([
    [['de-x-ls'], 'de-x-ls'],
    [['de-AT'], 'de'],
    [['DE-x-LS'], 'de-x-ls'],
    [['de-CH-x-zh'], 'de'],
    [['zh-Hant-TW'], 'zh-Hant'],
    [['pt-PT'], 'pt-BR'],
    [['tr', 'ar-SY', 'en'], 'ar'],
    [['tr'], 'de'],
    [[], 'de'],
    [['not a tag', 'en'], 'en'],
  ])('gives %j the language %s', (preferred, chosen) => {
    expect(chooseLanguage(preferred, offered)).toBe(chosen)
  })

  it('falls from easy language to the language itself', () => {
    expect(chooseLanguage(['de-x-ls'], ['en', 'de'])).toBe('de')
  })

  it('sends nobody to easy language who did not ask for it', () => {
    expect(chooseLanguage(['de'], ['en', 'de-x-ls'])).toBe('en')
  })

  it('needs something to offer', () => {
    expect(() => chooseLanguage(['de'], [])).toThrow(RangeError)
  })
})

describe('directionOf', () => {
  it.each(['ar', 'ar-SY', 'fa', 'he', 'ur', 'ckb', 'ps', 'yi', 'ug'])(
    'writes %s from the right',
    (tag) => expect(directionOf(tag)).toBe('rtl'),
  )
  it.each(['de', 'de-x-ls', 'tr', 'ku', 'kmr', 'uk', 'ti', 'uz', 'nonsense tag'])(
    'writes %s from the left',
    (tag) => expect(directionOf(tag)).toBe('ltr'),
  )
})

describe('autonym', () => {
  it.each([
    ['de', 'Deutsch'],
    ['de-x-ls', 'Leichte Sprache'],
    ['en', 'English'],
    ['ar', 'العربية'],
    ['tr', 'Türkçe'],
    ['uk', 'Українська'],
    ['fr', 'Français'],
    ['kmr', 'Kurmancî'],
    ['not a tag', 'not a tag'],
  ])('calls %s %s', (tag, name) => expect(autonym(tag)).toBe(name))
})
