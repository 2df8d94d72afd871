import { describe, expect, it } from 'vitest'
import { patternRisk } from './safe-pattern.ts'

describe('patternRisk', () => {
  it.each([
    '^\\d{5}$',
    '^[a-z]+@[a-z]+\\.[a-z]+$',
    '^[A-Z]{2}\\d{2}( ?\\d{4}){4}$',
    '^(?:yes|no)$',
    '[(]a+',
    '^\\S+$',
    '^\\+?\\d{1,4}[ -]?\\d{1,5}[ -]?\\d{1,10}$',
    '^(0?[1-9]|[12]\\d|3[01])\\.(0?[1-9]|1[0-2])\\.(19|20)?\\d{2}$',
    `^(?:${Array.from({ length: 60 }, (_, n) => n).join('|')})$`,
    '^[^@ ]+@[^@ ]+\\.[a-z]{2,5}?$',
  ])('lets %s pass', (source) => {
    expect(patternRisk(source)).toBeUndefined()
  })

  it.each([
    ['^(a+)+$', /repeats inside|repeats or alternatives/],
    ['(a|a)*b', /alternatives/],
    ['(a{1,30}){1,30}', /repeats/],
    ['a*a*a*b', /unbounded/],
    ['^a*a*a*a*b', /unbounded/],
    ['(?=a)b', /looks around/],
    ['(a)\\1', /refers back/],
    ['a{0,32}a{0,32}a{0,32}a{0,32}a{0,32}b', /too many ways/],
    [`${'a?'.repeat(27)}${'a'.repeat(27)}`, /too many ways/],
    [`${'(a|a)'.repeat(24)}b`, /too many ways/],
    ['(?:a ?){8}(?:a ?){8}(?:a ?){8}b', /too many ways/],
    ['^a*a*a*a?a?a?a?a?b', /too many ways/],
    ['(', /no regular expression/],
    ['a'.repeat(300), /longer/],
  ])('refuses %s', (source, why) => {
    expect(patternRisk(source)).toMatch(why)
  })

  it('lets nothing pass that takes long on 256 characters', () => {
    for (const source of [
      '^a*a*a*b',
      '^a*a*a*a?a?b',
      '.*.*b',
      'a{0,32}a{0,12}b',
      '^a{0,32}a{0,12}a*b',
      'a{0,32}a{0,25}.*b',
      `${'a?'.repeat(14)}${'a'.repeat(14)}b`,
      '^(?:a?){1}b',
      '( ?a{4}){8}b',
    ]) {
      if (patternRisk(source) !== undefined) continue
      const start = performance.now()
      new RegExp(source).test('a'.repeat(256))
      expect(performance.now() - start).toBeLessThan(500)
    }
  })
})
