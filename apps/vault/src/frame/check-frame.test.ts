import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { checkFrame, type FrameSetting } from './check-frame.ts'

const setting = (changes: Partial<FrameSetting> = {}): FrameSetting => ({
  strata: new Map([
    ['1', '1'],
    ['ennigerloh', '1'],
    ['3', '3'],
  ]),
  languages: ['de', 'en'],
  thisYear: 2026,
  known: [],
  isBlocked: async () => false,
  household: 'one-adult',
  exclude: new Set(),
  ...changes,
})

const HEADINGS =
  'Anrede;Vorname;Nachname;Straße;Hausnummer;PLZ;Ort;Schicht;Auskunftssperre;Geburtsjahr;Adresszusatz'
const GOOD = 'Frau;Aylin;Müller;Musterstraße;5;59320;Ennigerloh;1;nein;1980;'

const check = async (rows: readonly string[], changes: Partial<FrameSetting> = {}) =>
  checkFrame(Buffer.from([HEADINGS, ...rows].join('\r\n')), setting(changes))
const rulesOf = async (row: string) =>
  (await check([row])).check.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, column, line }) => [line, column, rule])

describe('checkFrame', () => {
  it('lists exactly the twelve rows with a defect, with line and reason', async () => {
    const defects: readonly (readonly [string, string])[] = [
      ['Frau;;Müller;Musterstraße;5;59320;Ennigerloh;1;;1980;', 'required'],
      ['Frau;Aylin;Müller;Musterstraße;5;5932;Ennigerloh;1;;1980;', 'plz-pattern'],
      ['Frau;Aylin;Müller;Musterstraße;5;59227;Ennigerloh;1;;1980;', 'plz-commune'],
      ['Frau;Aylin;Müller;Musterstraße;5;48143;Münster;1;;1980;', 'commune-unknown'],
      ['Frau;Aylin;Müller;Musterstraße;;59320;Ennigerloh;1;;1980;', 'house-number-missing'],
      ['Frau;Aylin;Müller;Musterstraße;Nr fünf;59320;Ennigerloh;1;;1980;', 'house-number-pattern'],
      [
        'Frau;Aylin;Müller;Musterstraße;5;59320;Ennigerloh;1;;1980;"c/o Probe\nHinterhaus\nAufgang B"',
        'address-lines',
      ],
      ['Frau;李;Müller;Musterstraße;5;59320;Ennigerloh;1;;1980;', 'unprintable'],
      ['Frau;Aylin;MÃ¼ller;Musterstraße;5;59320;Ennigerloh;1;;1980;', 'garbled'],
      ['Frau;Aylin;Müller;Musterstraße;5;59320;Ennigerloh;9;;1980;', 'stratum-unknown'],
      ['Frau;Aylin;Müller;Musterstraße;5;59320;Ennigerloh;1;;80;', 'birth-year'],
      ['Frau;unbekannt;Müller;Musterstraße;5;59320;Ennigerloh;1;;1980;', 'placeholder'],
    ]
    const good = Array.from(
      { length: 88 },
      (_, i) => `Herr;Paul;Probe;Weg;${i + 1};48231;Warendorf;3;nein;1970;`,
    )
    const rows = [...good.slice(0, 40), ...defects.map(([row]) => row), ...good.slice(40)]
    const { check: found, persons } = await check(rows)
    expect(found.findings.map(({ rule }) => rule)).toEqual(defects.map(([, rule]) => rule))
    // One defect spans three lines of the file: the lines after it move down by two.
    expect(found.findings.map(({ line }) => line)).toEqual([
      42, 43, 44, 45, 46, 47, 48, 51, 52, 53, 54, 55,
    ])
    expect(found.rows).toBe(100)
    expect(found.importable).toBe(88)
    expect(persons).toHaveLength(88)
  })

  it.each([
    [
      'a line too long for the window',
      'Frau;Maximiliane Alexandra Friederike;von und zu Musterhausen-Beispielstein;Weg;1;59320;Ennigerloh;1;;;',
      'line-too-long',
    ],
    ['a hidden sign', 'Frau;Ay\u200Blin;Müller;Weg;1;59320;Ennigerloh;1;;;', 'invisible-character'],
    ['digits in a name', 'Frau;Aylin2;Müller;Weg;1;59320;Ennigerloh;1;;;', 'name-pattern'],
    ['a cell too many', 'Frau;Aylin;Müller;Weg;1;59320;Ennigerloh;1;;;;oops', 'column-count'],
    ['a child', 'Frau;Aylin;Müller;Weg;1;59320;Ennigerloh;1;;2015;', 'under-age'],
    [
      'unclear protection',
      'Frau;Aylin;Müller;Weg;1;59320;Ennigerloh;1;vielleicht;;',
      'protection-unclear',
    ],
  ])('finds %s', async (_what, row, rule) => {
    expect((await rulesOf(row)).map(([, , name]) => name)).toEqual([rule])
  })

  it.each([
    'Frau;Aylin;Müller;Straße des 17. Juni 5;;59320;Ennigerloh;1;;;',
    'Herr;Şükrü;Çağlar-Łuczak;Am Markt;12 1/2;59320;Ennigerloh-Westkirchen;ennigerloh;0;03.07.1980;',
    ';Олена;Иванова;Weg;7a-c;59320;Ennigerloh;1;nein;;c/o Muster',
    'Frau;Ana;O’Neill;Weg;3/5;D-59320;Westkirchen;1;;;',
  ])('takes %s', async (row) => {
    expect(await rulesOf(row)).toEqual([])
  })

  it('proposes five pairs that may be one person', async () => {
    const rows = [
      'Frau;Aylin;Strauß;Musterstraße;5;59320;Ennigerloh;1;;1980;',
      'Frau;Aylin;Strauss;Musterstr.;5;59320;Ennigerloh;1;;1980;',
      'Frau;Elif;Müller-Kaya;Weg;1;59320;Ennigerloh;1;;1981;',
      'Frau;Elif;Mueller Kaya;Weg;1;59320;Ennigerloh;1;;1981;',
      'Herr;Paul;Peters;Weg;2;59320;Ennigerloh;1;;1982;',
      'Herr;Peters;Paul;Weg;2;59320;Ennigerloh;1;;1982;',
      'Frau;Renée;Probe;Weg;3;59320;Ennigerloh;1;;1983;',
      'Frau;Renee;Probe;Weg;3;59320;Ennigerloh;1;;;',
      'Herr;Jörg;Über;Weg;4 a;59320;Ennigerloh;1;;1984;',
      'Herr;Joerg;Ueber;Weg;4a;59320;Ennigerloh;1;;1984;',
      'Herr;Jörg;Über;Weg;4a;59320;Ennigerloh;1;;1955;',
    ]
    const { check: found, persons, duplicatesLeftOut } = await check(rows)
    expect(found.duplicates).toEqual([
      { line: 3, of: 2, reason: 'same-person' },
      { line: 5, of: 4, reason: 'same-person' },
      { line: 7, of: 6, reason: 'names-swapped' },
      { line: 9, of: 8, reason: 'same-name-and-address' },
      { line: 11, of: 10, reason: 'same-person' },
    ])
    expect(persons.map(({ line }) => line)).toEqual([2, 4, 6, 7, 8, 9, 10, 12])
    expect(duplicatesLeftOut).toBe(3)
    const decided = await check(rows, { exclude: new Set([7, 9]) })
    expect(decided.persons).toHaveLength(6)
    expect(decided.duplicatesLeftOut).toBe(5)
  })

  it('counts protected rows and says nothing else of them', async () => {
    const hidden = 'Frau;Geheim;Verborgen;;;;;;ja;;'
    const { check: found, persons } = await check([
      hidden,
      GOOD,
      hidden.replace('ja', 'X'),
      hidden.replace('ja', '§ 51 BMG'),
    ])
    expect(found).toMatchObject({ rows: 4, importable: 1, excludedProtected: 3, findings: [] })
    expect(JSON.stringify([found, persons])).not.toContain('Verborgen')
  })

  it('leaves out whoever is on the block list', async () => {
    const { check: found } = await check([GOOD], { isBlocked: async () => true })
    expect(found.importable).toBe(0)
    expect(found.findings).toMatchObject([{ line: 2, rule: 'blocked', severity: 'error' }])
  })

  it('recognises persons by reference, or by name, address and birth year, each once', async () => {
    const known = { person: 'p1', reference: null, birthYear: 1980 }
    const { persons } = await check([GOOD, GOOD.replace('1980', '')], {
      known: [{ ...known, matchKey: 'aylin|mueller|musterstrasse|5|59320' }],
    })
    expect(persons.map(({ known: person }) => person)).toEqual(['p1', undefined])
  })

  it('names the columns that are missing', async () => {
    const { check: found, persons } = await checkFrame(
      Buffer.from('Vorname;Nachname;Lieblingsfarbe\nAylin;Müller;blau'),
      setting(),
    )
    expect(found.findings.map(({ rule, column }) => [rule, column])).toEqual([
      ['column-missing', 'Straße'],
      ['column-missing', 'PLZ'],
      ['column-missing', 'Ort'],
      ['column-missing', 'Schicht'],
      ['column-ignored', 'Lieblingsfarbe'],
    ])
    expect(persons).toEqual([])
  })

  it('warns when nobody said whose address is protected', async () => {
    const { check: found } = await checkFrame(
      Buffer.from(
        'first name,last name,street,postcode,city,stratum\nAnn,Example,Weg 1,59320,Ennigerloh,1',
      ),
      setting(),
    )
    expect(found).toMatchObject({ delimiter: ',', importable: 1 })
    expect(found.findings.map(({ rule }) => rule)).toEqual(['protection-column-missing'])
  })

  it.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
    ['windows-1252', (text: string) => iconv.encode(text, 'windows-1252')],
  ] as const)('reads %s', async (encoding, encoded) => {
    for (const delimiter of [';', '\t'] as const) {
      const text = [HEADINGS, GOOD].join('\n').replaceAll(';', delimiter)
      const { check: found, persons } = await checkFrame(encoded(text), setting())
      expect(found).toMatchObject({ encoding, delimiter, importable: 1, findings: [] })
      expect(persons[0]?.familyName).toBe('Müller')
    }
  })

  it('says where a file is not text', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Vorname;'),
      Buffer.from([0x81, 0x8d]),
      Buffer.from('x'),
    ])
    expect((await checkFrame(bytes, setting())).check.findings).toEqual([
      {
        line: 1,
        column: null,
        severity: 'error',
        rule: 'undecodable',
        details: { offset: 8, reason: 'windows-1252' },
      },
    ])
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    expect((await checkFrame(picture, setting())).check.findings[0]?.rule).toBe('undecodable')
  })

  it('obeys the line sep= of Excel', async () => {
    const { check: found } = await checkFrame(
      Buffer.from(['sep=;', HEADINGS, GOOD, GOOD.replace('59320', '1')].join('\r\n')),
      setting(),
    )
    expect(found.findings.map(({ line, rule }) => [line, rule])).toEqual([[4, 'plz-pattern']])
  })

  it('warns of two adults of one household where one is to be asked', async () => {
    const text = [
      'Vorname;Nachname;Straße;PLZ;Ort;Schicht;Auskunftssperre;BG-Kennung',
      'A;B;W 1;59320;Ennigerloh;1;;7',
      'C;B;W 1;59320;Ennigerloh;1;;7',
    ].join('\n')
    const one = await checkFrame(Buffer.from(text), setting())
    expect(one.check.findings).toMatchObject([
      { line: 3, rule: 'same-household', details: { of: 2 } },
    ])
    const both = await checkFrame(Buffer.from(text), setting({ household: 'both-adults' }))
    expect(both.check.findings).toEqual([])
  })

  it('judges a thousand rows in less than a second, and lets others work meanwhile', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => GOOD.replace(';5;', `;${(i % 999) + 1};`))
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const start = performance.now()
    await check(rows)
    clearInterval(watch)
    expect((performance.now() - start) / 20).toBeLessThan(1_000)
    expect(longest).toBeLessThan(1_000)
  })
})
