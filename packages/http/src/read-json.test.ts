import { Problem } from '@echolot/problem'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JSON_DEPTH, readJson } from './read-json.ts'

const problemOf = (text: string): Problem => {
  try {
    readJson(text)
  } catch (problem) {
    if (problem instanceof Problem) return problem
    throw problem
  }
  throw new Error('was read')
}
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('readJson', () => {
  it('reads what JSON.parse reads, in normal form C', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!/\\u0000|__proto__|constructor/.test(text) && text.isWellFormed())
        const exact = /(?<!")-?\d+(\.\d+)?e\+?(1[6-9]|[2-9]\d|\d{3})|\d{17}/.test(text)
        fc.pre(!exact && !duplicateInNormalForm(value))
        expect(readJson(text)).toEqual(JSON.parse(text.normalize('NFC')))
      }),
    )
  })

  it.each([
    ['{"a":1,"a":2}', 'a', 'give each key once'],
    ['{"a":{"b":[{},{"c":1,"\\u0063":2}]}}', 'a.b.1.c', 'give each key once'],
    [`{"a":1,"a"${' '.repeat(500)}:2}`, 'a', 'give each key once'],
    [`[1${'0'.repeat(900)}]`, '0', 'numbers between'],
    ['{"é":1,"e\u0301":2}', '…', 'give each key once'],
    ['{"__proto__":{"x":1}}', '__proto__', 'leave out keys named __proto__'],
    ['{"a":{"\\u005f_proto__":{}}}', 'a.__proto__', 'leave out keys named __proto__'],
    ['{"constructor":{"prototype":{}}}', 'a key', 'constructor'],
    ['{"a":"x\\u0000y"}', 'a', 'NUL'],
    ['{"a":["\\ud800"]}', 'a.0', 'surrogate'],
    ['{"a":["ok",1e999]}', 'a.1', 'numbers between'],
    ['{"a":-1e999}', 'a', 'numbers between'],
    ['{"a":9007199254740993}', 'a', 'numbers between'],
    ['{"a":1e300}', 'a', 'numbers between'],
    [nested(JSON_DEPTH + 1), '0.0', 'levels deep'],
    ['{"a":', 'the end of the body', 'one JSON value'],
    ['', 'the end of the body', 'one JSON value'],
    ['{"mood": secret}', 'line 1, column 10', 'one JSON value'],
    ['{\n "a": 1,\n}', 'line 3, column 1', 'one JSON value'],
    ['{"a":1}{"b":2}', 'line 1, column 8', 'one JSON value'],
    ['{"a":01}', 'line 1, column 7', 'one JSON value'],
    ['{"a":"\t"}', 'line 1, column 6', 'one JSON value'],
    ['[tru]', 'line 1, column 2', 'one JSON value'],
    ['{"a" 1}', 'line 1, column 6', 'one JSON value'],
  ])('refuses %s and says where and what to do', (text, place, remedy) => {
    const { type, status, details } = problemOf(text)
    expect({ type, status }).toEqual({ type: 'unreadable', status: 400 })
    expect(details.place).toContain(place)
    expect(details.remedy).toContain(remedy)
  })

  it('never says back what was sent', () => {
    for (const text of ['{"mood": secret', '{"secret text":1,"secret text":2}', '"secret \\ud800"'])
      expect(JSON.stringify(problemOf(text))).not.toContain('secret')
  })

  it.each([
    [nested(JSON_DEPTH), 'twenty levels'],
    ['{"a":"{\\"a\\":1,\\"a\\":2}"}', 'JSON within a string'],
    ['{"a":"[[[[[[[[[[[[[[[[[[[[[[[["}', 'brackets within a string'],
    ['[{"a":1},{"a":1}]', 'the same key in two objects'],
    ['{"constructor":"Bauhaus"}', 'an item that happens to be named constructor'],
    ['{"a":9007199254740991,"b":-0.1,"c":1e-7}', 'exact numbers'],
    ['{"a":"🙂"}', 'characters beyond the basic plane'],
  ])('reads %s: %s', (text) => expect(readJson(text)).toEqual(JSON.parse(text)))

  it('puts text into normal form C', () => {
    expect(readJson('{"a":["e\u0301"]}')).toEqual({ a: ['é'] })
  })

  it('refuses forty thousand brackets at once', () => {
    const start = performance.now()
    expect(problemOf(nested(40_000)).status).toBe(400)
    expect(problemOf('{"a":'.repeat(40_000)).status).toBe(400)
    expect(performance.now() - start).toBeLessThan(200)
  })

  it('takes time in step with length', () => {
    const long = JSON.stringify(
      Array.from({ length: 5_000 }, (_, i) => ({ [`item${i}`]: `\\"${'x'.repeat(30)}` })),
    )
    const start = performance.now()
    readJson(long)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

const duplicateInNormalForm = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const keys = Object.keys(value).map((key) => key.normalize('NFC'))
  return new Set(keys).size < keys.length || Object.values(value).some(duplicateInNormalForm)
}
