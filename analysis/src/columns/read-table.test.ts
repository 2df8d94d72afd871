import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { Plan } from '../plan/plan.ts'
import { prepare } from '../prepare/prepare.ts'
import { sourceOfText } from '../prepare/read-csv.ts'
import type { Source } from '../prepare/source.ts'
import { ALONE, openCrew } from './crew.ts'
import { readTable } from './read-table.ts'

const room = mkdtempSync(join(tmpdir(), 'tables-'))
const crew = openCrew(3)
afterAll(() => {
  crew.dismiss()
  rmSync(room, { recursive: true })
})

const file = join(room, 'x.csv')
const plan = Plan.parse({
  plan: 'p',
  data: { missing: [-99] },
  analyses: [{ id: 'a', method: 'aapor', counts: { I: 1, P: 0, R: 0, NC: 0, O: 0, U: 0, NE: 0 } }],
})

/** What methods see of a table: values, names of levels, missing codes. */
const seen = (source: Source) => {
  const { columns, n } = prepare(source, plan)
  return {
    n,
    columns: Object.fromEntries(
      [...columns].map(([name, { values, levels, missing, coded }]) => [
        name,
        {
          values: [...values],
          levels,
          missing: [...missing].sort(([a], [b]) => a - b),
          steps: coded && [...coded.steps],
          counts: coded && [...coded.counts],
        },
      ]),
    ),
  }
}
const provenance = { kind: 'file' as const, digest: '', synthetic: false, instruments: [] }
const quick = (text: string | Uint8Array, hands = ALONE, bytes?: number): Source | undefined => {
  writeFileSync(file, text)
  const table = readTable(file, { wanted: () => true, crew: hands, ...(bytes ? { bytes } : {}) })
  return table && { ...table, variables: {}, frame: [], dispositions: [], provenance }
}
const full = () => sourceOfText(readFileSync(file, 'utf8'), file)

const number = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -130, max: 130 }).map(String) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      'NA',
      '-99',
      '07',
      '-0',
      '+3',
      '1e3',
      '0x1F',
      '.5',
      '-',
      '--1',
      '1.0',
    ),
  },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
)
const blank = fc
  .tuple(fc.constantFrom('', ' ', '\t'), number)
  .map(([before, text]) => `${before}${text} `)
const text = fc.constantFrom('Ahlen', 'Köln', ' "a" ', 'x y', '“', 'Infinity', 'true')
const quoted = fc
  .constantFrom('3', 'a,b', 'say ""no""', '', '-88', 'a;b')
  .map((inner) => `"${inner}"`)
const rows = (cell: fc.Arbitrary<string>) =>
  fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 40 })

describe('readTable', () => {
  it.each<[string, fc.Arbitrary<string>]>([
    ['numbers', number],
    [
      'numbers with blanks',
      fc.oneof(
        number,
        blank.filter((cell) => !cell.includes('\t')),
      ),
    ],
    ['numbers and texts', fc.oneof({ weight: 6, arbitrary: number }, text)],
    [
      'quoted cells',
      fc.oneof(
        number,
        text.filter((cell) => !cell.startsWith('"')),
        quoted,
      ),
    ],
  ])('gives the same columns as a full reader: %s', (_, cell) => {
    let taken = 0
    fc.assert(
      fc.property(
        rows(cell),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.constantFrom('', '\uFEFF'),
        fc.integer({ min: 16, max: 400 }),
        (lines, end, ended, mark, bytes) => {
          const table = [['a', '"b"', 'c d'], ...lines].map((line) => line.join(',')).join(end)
          const source = quick(`${mark}${table}${ended ? end : ''}`, ALONE, bytes)
          if (source === undefined) return
          taken += 1
          expect(seen(source)).toEqual(seen(full()))
        },
      ),
      { numRuns: 300 },
    )
    expect(taken).toBeGreaterThan(200)
  })

  it('takes the tables that people send, whatever separates their fields', () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const lines = ['a', 'b', 'town'].join(delimiter)
      const source = quick(
        `${lines}\n${['1', '-99', 'Ahlen'].join(delimiter)}\n\n${['', '2.5', '"a, b"'].join(delimiter)}`,
      )
      expect(seen(source as Source)).toEqual(seen(full()))
    }
  })

  it.each([
    ['a line that is too short', 'a,b\n1,2\n3\n'],
    ['a line that is too long', 'a,b\n1,2\n3,4,5\n'],
    ['a line break inside quotation marks', 'a,b\n1,"x\ny"\n3,4\n'],
    ['words behind a quotation mark', 'a,b\n1,"x"y\n'],
    ['two ends of lines', 'a,b\r\n1,2\n3,4\r\n'],
    ['a single column', 'a\n1\n2\n'],
    ['a name twice', 'a,a\n1,2\n'],
    ['nothing', ''],
  ])('leaves to a full reader: %s', (_, text) => expect(quick(text)).toBeUndefined())

  it('gives the same whoever reads which portion', () => {
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `${i % 6},${i % 11 === 0 ? '' : (i * 7) % 5},${i % 700 === 3 ? 'x' : i / 4}`,
    )
    const text = `a,b,c\n${lines.join('\n')}\n`
    const many = quick(text, crew, 512) as Source
    expect(many.portions?.length).toBeGreaterThan(20)
    expect(seen(many)).toEqual(seen(quick(text, ALONE) as Source))
  })

  it('reads no more columns than wanted, and knows the names of all', () => {
    writeFileSync(file, 'a,b,c\n1,x,3\n')
    const table = readTable(file, { wanted: (name) => name === 'c', crew: ALONE })
    expect(table?.names).toEqual(['a', 'b', 'c'])
    expect(Object.keys(table?.columns ?? {})).toEqual(['c'])
  })
})
