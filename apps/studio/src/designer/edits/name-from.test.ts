import { describe, expect, it } from 'vitest'
import { nameFrom } from './name-from.ts'

describe('nameFrom', () => {
  it.each([
    ['Wünsche für Straße & Schule', 'wuensche-fuer-strasse-schule'],
    ['  2026: Café  ', 'cafe'],
    ['', ''],
    ['123', ''],
  ])('makes a name of %j', (title, name) => expect(nameFrom(title, new Set())).toBe(name))

  it('counts on where the name is taken', () =>
    expect(nameFrom('Main', new Set(['main', 'main-2']))).toBe('main-3'))

  it('stays short enough with its number', () => {
    const name = nameFrom('a'.repeat(60), new Set(['a'.repeat(29)]))
    expect(name).toMatch(/^[a-z][a-z0-9-]{0,31}$/)
  })
})
