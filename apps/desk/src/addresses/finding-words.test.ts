import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findingSentence, ruleName } from './finding-words.ts'

const VAULT_FRAME = `${import.meta.dirname}/../../../vault/src/frame`

/** The rules by which the vault names its findings, read from its sources. */
const rulesOfTheVault = () =>
  readdirSync(VAULT_FRAME)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`${VAULT_FRAME}/${file}`, 'utf8'))
    .flatMap((source) => [
      ...source.matchAll(/\brule: '([a-z-]+)'|about\('(?:error|warning)', '([a-z-]+)'/g),
    ])
    .map(([, named, about]) => named ?? about ?? '')

describe('findingSentence', () => {
  it('fills in what the vault found', () => {
    const finding = {
      rule: 'plz-commune',
      details: {
        postcode: '48231',
        place: 'Everswinkel',
        expected: '48351',
        deliversTo: 'Warendorf',
      },
    }
    expect(findingSentence(finding, 'de')).toBe(
      '48231 gehört nicht zu Everswinkel; dort gilt 48351. Unter 48231 wird in Warendorf zugestellt.',
    )
    expect(findingSentence(finding, 'en')).toBe(
      '48231 does not belong to Everswinkel; its postcode is 48351. 48231 delivers to Warendorf.',
    )
  })

  it('leaves out what is unknown', () => {
    const details = { postcode: '99999', place: 'Beelen', expected: '48361', deliversTo: '' }
    expect(findingSentence({ rule: 'plz-commune', details }, 'de')).toBe(
      '99999 gehört nicht zu Beelen; dort gilt 48361.',
    )
  })

  it('hides nothing of a rule it does not know', () => {
    const finding = { rule: 'brand-new', details: { value: 'x', n: 3 } }
    expect(findingSentence(finding, 'de')).toBe('brand-new · value x · n 3')
  })

  it.each(['de', 'en'] as const)('has words in %s for every rule of the vault', (language) => {
    const rules = rulesOfTheVault()
    expect(rules.length).toBeGreaterThan(20)
    expect(rules.filter((rule) => ruleName(rule, language) === rule)).toEqual([])
  })
})
