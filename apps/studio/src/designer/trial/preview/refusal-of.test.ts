import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeOfRefusal, refusalOf } from './refusal-of.ts'

const CHECKS = `${import.meta.dirname}/../../../../../../packages/routing/src`

describe('refusalOf', () => {
  it('speaks the language of the page and keeps numbers', () => {
    const refused = { rule: 'maxLength', message: 'longer than 200 characters' }
    expect(refusalOf(refused, 'de')).toBe('ist länger als 200 Zeichen')
    expect(refusalOf(refused, 'en')).toBe('longer than 200 characters')
  })

  it('has German words for every rule of the check', () => {
    const rules = readdirSync(CHECKS)
      .filter((file) => /^(judge-|answer-checks|compile-validator).*(?<!\.test)\.ts$/.test(file))
      .flatMap((file) => [
        ...readFileSync(`${CHECKS}/${file}`, 'utf8').matchAll(/(?:rule: |fault\()'([a-zA-Z-]+)'/g),
      ])
      .map(([, rule = '']) => rule)
    expect(rules.length).toBeGreaterThan(30)
    expect(rules.filter((rule) => refusalOf({ rule, message: '?' }, 'de') === '?')).toEqual([])
  })
})

describe('placeOfRefusal', () => {
  it('names question and row', () => {
    expect(placeOfRefusal('/answers/m_coa/coa_1')).toBe('m_coa › coa_1')
  })
})
