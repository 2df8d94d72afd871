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
    ['(', /no regular expression/],
    ['a'.repeat(300), /longer/],
  ])('refuses %s', (source, why) => {
    expect(patternRisk(source)).toMatch(why)
  })

  it('lets nothing pass that takes long on 256 characters', () => {
    for (const source of ['^a*a*a*b', '.*.*b', '^(?:a?){1}b', '( ?a{4}){8}b']) {
      if (patternRisk(source) !== undefined) continue
      const start = performance.now()
      new RegExp(source).test('a'.repeat(256))
      expect(performance.now() - start).toBeLessThan(500)
    }
  })
})
