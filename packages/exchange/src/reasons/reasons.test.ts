import { expect, it } from 'vitest'
import { because } from './because.ts'
import { reasonText } from './reason-text.ts'
import { REASONS } from './reasons.ts'

const all = Object.entries(REASONS)
const namesIn = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

it('has German words of its own for every reason, with the same parameters', () => {
  for (const [code, { en, de }] of all) {
    expect(de.trim(), code).not.toBe('')
    expect(de, code).not.toBe(en)
    expect(namesIn(de), code).toEqual(namesIn(en))
  }
})

it('says each thing under one code', () => {
  const codes = new Map<string, string>()
  for (const [code, { en }] of all) {
    expect([codes.get(en), code]).toEqual([undefined, code])
    codes.set(en, code)
  }
})

it('ends sentences, and not what stands inside of them', () => {
  for (const [code, { en, de }] of all)
    if (/^[\p{Lu}{]/u.test(en) && !/^\{\w+\}\(\)/.test(en))
      expect([code, /[.]$/.test(en), /[.]$/.test(de)]).toEqual([code, true, true])
})

it('words a reason within a reason', () => {
  const reason = because('condition-by-hand', { why: because('no-question', { name: 'x' }) })
  expect(reasonText(reason, 'en')).toBe('“x” is no question here. Write the condition by hand.')
  expect(reasonText(reason, 'de')).toBe(
    '„x“ ist hier keine Frage. Die Bedingung von Hand schreiben.',
  )
  expect(reasonText(because('no-conditions'), 'de')).toBe('Sie hat keine Bedingungen')
})

it('refuses reasons without words and sentences without their parameters', () => {
  // @ts-expect-error there is no such reason
  because('because-i-say-so')
  // @ts-expect-error the sentence needs a name
  because('no-question')
  // @ts-expect-error the sentence needs another name
  because('no-question', { nane: 'x' })
})
