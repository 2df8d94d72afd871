import { describe, expect, it } from 'vitest'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { deEasy } from './de-x-ls.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { fetchSay, isDraft, sayAtOnce } from './words.ts'

const flat = (node: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flat(value, `${path}${key}.`),
  )
const gapsIn = (text: string) => (text.match(/{{\w+}}/g) ?? []).toSorted()
const german = new Map(flat(de))

describe.each(Object.entries({ en, 'de-x-ls': deEasy, tr, ar, uk, ru }))(
  'words in %s',
  (_, words) => {
    it('fill the same gaps as the German ones', () => {
      for (const [key, text] of flat(words))
        expect([key, gapsIn(text)]).toEqual([key, gapsIn(german.get(key) ?? '')])
    })
  },
)

describe.each(Object.entries({ en, tr, ar, uk, ru }))('words in %s', (_, words) => {
  it('leave nothing untranslated', () => {
    expect(flat(words).map(([key]) => key)).toEqual([...german.keys()])
  })
})

describe('fetchSay', () => {
  it('fills what easy German does not say from German', async () => {
    const say = await fetchSay('de-x-ls')
    expect(say('frame.quickExit')).toBe('Schnell weg')
    expect(say('questions.next')).toBe('Weiter')
  })

  it('speaks English at once, and a language without words in German', async () => {
    expect(sayAtOnce('en')('questions.next')).toBe('Next')
    expect((await fetchSay('fr'))('questions.next')).toBe('Weiter')
  })

  it('marks what no native speaker has reviewed', () => {
    expect(['de', 'en'].some(isDraft)).toBe(false)
    expect(['de-x-ls', 'tr', 'ar', 'uk', 'ru'].every(isDraft)).toBe(true)
  })
})
