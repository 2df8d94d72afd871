import { readFileSync } from 'node:fs'
import type { Instrument } from '@echolot/instrument'
import { setText } from '@echolot/instrument'
import { setTranslation, translationUnits } from '@echolot/instrument/translation'
import { describe, expect, it } from 'vitest'
import { readTranslationsCsv, readXliff, writeTranslationsCsv, writeXliff } from './index.ts'
import { inlineParts } from './inline-codes.ts'

const anna = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../../surveys/anna/instruments/main.json`, 'utf8'),
) as Instrument
const small: Instrument = {
  instrument: 'x',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'tr', status: 'draft', live: false },
  ],
  scales: [],
  variables: [],
  survey: {
    title: 'Umfrage; „neu“',
    pages: [
      {
        name: 'p',
        elements: [
          {
            type: 'html',
            name: 'note',
            html: '<p class="a">Hallo <b>{name}</b>,<br>5 < 6 &amp; mehr.</p>\nZweite Zeile',
          },
          { type: 'text', name: 'name', title: '=Wie heißt die Stelle?' },
          { type: 'radiogroup', name: 'q', title: 'Was?', choices: ['Ja', "'-Nein"] },
        ],
      },
    ],
  },
}
const translated = [
  ['note:html', '<p class="a">Merhaba <b>{name}</b>,<br>5 < 6 &amp; dahası.</p>\nİkinci satır'],
  ['name:title', '=Yerin adı ne?'],
  ['q:choices[Ja]:text', '@Evet'],
].reduce(
  (instrument, [key = '', text = '']) =>
    setTranslation(instrument, { key, language: 'tr', text, state: 'reviewed', note: 'n;1' }),
  small,
)
const textOf = (instrument: Instrument, key: string, language = 'tr') =>
  translationUnits(instrument).find((unit) => unit.key === key)?.translations[language]

const FORMATS = [
  ['CSV', writeTranslationsCsv, readTranslationsCsv],
  ['XLIFF', writeXliff, readXliff],
] as const

describe.each(FORMATS)('%s', (format, write, read) => {
  it('comes back identical', () => {
    const back = read(translated, write(translated, 'tr'))
    expect(back.instrument).toBe(translated)
    expect(back).toMatchObject({ taken: [], issues: [], unchanged: expect.any(Number) })
    expect(back.unchanged).toBeGreaterThan(4)
  })

  it('carries all translations into an instrument without any', () => {
    const back = read(small, write(translated, 'tr'), { by: 'T', on: '2026-11-22' })
    expect(back.issues).toEqual([])
    expect(back.instrument.survey).toEqual(translated.survey)
    expect(textOf(back.instrument, 'note:html')).toMatchObject({
      state: 'reviewed',
      record: { by: 'T', on: '2026-11-22', note: 'n;1' },
    })
  })

  it.each(['en', 'de-x-ls', 'tr', 'ar', 'uk', 'ru'])(
    'brings ANNA back unchanged in %s',
    (language) => {
      const file = write(anna, language)
      expect(read(anna, file).instrument).toBe(anna)
      expect(read(anna, new TextEncoder().encode(file)).issues).toEqual([])
    },
  )

  it('takes edited words as a draft where a review stood', () => {
    const file = write(translated, 'tr').replace('Yerin', 'Birimin')
    const { instrument, taken } = read(translated, file)
    expect(taken).toEqual(['name:title'])
    expect(textOf(instrument, 'name:title')).toMatchObject({
      text: '=Birimin adı ne?',
      state: 'draft',
    })
  })

  it('calls a translation stale when its source changed meanwhile', () => {
    const file = write(translated, 'tr').replace('Yerin', 'Birimin')
    const changed = setText(translated, {
      path: '/pages/0/elements/1/title',
      language: 'de',
      text: 'Wie heißt Ihre Stelle?',
    })
    const { instrument, issues } = read(changed, file)
    expect(issues).toMatchObject([{ kind: 'stale', key: 'name:title' }])
    expect(textOf(instrument, 'name:title')).toMatchObject({
      text: '=Birimin adı ne?',
      state: 'stale',
    })
  })

  it('does not overwrite what changed here since the export, unless told to', () => {
    const file = write(translated, 'tr').replace('Yerin', 'Birimin')
    const changed = setTranslation(translated, {
      key: 'name:title',
      language: 'tr',
      text: 'Kurumun adı?',
      state: 'draft',
    })
    const kept = read(changed, file)
    expect(kept.instrument).toBe(changed)
    expect(kept.issues).toMatchObject([
      { kind: 'conflict', key: 'name:title', here: 'Kurumun adı?', inFile: '=Birimin adı ne?' },
    ])
    expect(
      textOf(read(changed, file, { overwrite: 'always' }).instrument, 'name:title')?.text,
    ).toBe('=Birimin adı ne?')
  })

  it('says which texts of the file are not in the questionnaire', () => {
    const without = {
      ...translated,
      survey: { ...translated.survey, pages: [] },
    }
    const { instrument, issues } = read(without, write(translated, 'tr'))
    expect(instrument).toBe(without)
    expect(issues.map(({ kind, key }) => [kind, key])).toEqual([
      ['unknown', 'note:html'],
      ['unknown', 'name:title'],
      ['unknown', 'q:choices[Ja]:text'],
    ])
  })

  it('keeps a text that the file has lost', () => {
    const file = write(translated, 'tr')
      .replace('@Evet', '')
      .replace("'</", '</')
      .replace(";';", ';;')
    const { instrument, issues } = read(translated, file)
    expect(instrument).toBe(translated)
    expect(issues).toMatchObject([{ kind: 'emptied', key: 'q:choices[Ja]:text', here: '@Evet' }])
  })

  it('refuses another source language or one that is not here', () => {
    const file = write(translated, 'tr')
    const other: Instrument = {
      ...small,
      languages: [
        { tag: 'de', status: 'source', live: true },
        { tag: 'ru', status: 'draft', live: false },
      ],
    }
    expect(() => read(other, file)).toThrow()
    expect(() => read(small, 'nonsense')).toThrow()
    expect(() => read(small, write(small, 'de'))).toThrow()
    expect(format).toBeTruthy()
  })
})

describe('CSV', () => {
  const file = writeTranslationsCsv(translated, 'tr')

  it('is what Excel in German opens: byte order mark, semicolons, CRLF, no formulas', () => {
    expect(
      file.startsWith('\uFEFFkey;source de;target tr;state;note;max length;exported\r\n'),
    ).toBe(true)
    expect(file).toContain("name:title;'=Wie heißt die Stelle?;'=Yerin adı ne?;reviewed;")
    expect(file).toContain('"Umfrage; „neu“"')
    for (const cell of file.split(/\r\n|;/)) expect(cell).not.toMatch(/^[=+@-]/)
  })

  it('is read with commas, tabs and line breaks of any kind, and from the old Windows code page', () => {
    const comma = 'key,source,target tr\nq:title,Was?,"Ne?"\n'
    expect(textOf(readTranslationsCsv(small, comma).instrument, 'q:title')?.text).toBe('Ne?')
    const tab = 'key\tsource\ttarget tr\rq:title\tWas?\tNe?\r'
    expect(textOf(readTranslationsCsv(small, tab).instrument, 'q:title')?.text).toBe('Ne?')
    const bytes = Uint8Array.from('key;source;target tr\r\nq:title;Was?;Für wen?\r\n', (letter) =>
      letter.charCodeAt(0),
    )
    expect(textOf(readTranslationsCsv(small, bytes).instrument, 'q:title')?.text).toBe('Für wen?')
    const crlf = file.replaceAll('\n', '\r\n').replaceAll('\r\r\n', '\r\n')
    expect(readTranslationsCsv(translated, crlf).instrument).toBe(translated)
  })

  it('refuses damaged placeholders and markup line by line', () => {
    const damaged = file.replace('Merhaba <b>{name}</b>', 'Merhaba <b>{isim}</b>')
    const { instrument, issues } = readTranslationsCsv(translated, damaged)
    expect(instrument).toBe(translated)
    expect(issues).toMatchObject([{ kind: 'damaged', key: 'note:html', place: 'line 3' }])
    expect(issues[0]?.message.en).toContain('{name} is missing; {isim} is too much')
    const unclosed = file.replace(
      '{name}</b>,<br>5 < 6 &amp; dahası',
      '{name},<br>5 < 6 &amp; dahası',
    )
    expect(readTranslationsCsv(translated, unclosed).issues[0]?.message.en).toContain(
      '</b> is missing',
    )
  })

  it('names the line of a text after others with line breaks, and takes the first of two', () => {
    const lines =
      'key;source;target tr\n"note:html";"a\nb";""\nq:title;Was?;Ne?\nq:title;Was?;Nasıl?\n'
    const { instrument, issues } = readTranslationsCsv(small, lines)
    expect(textOf(instrument, 'q:title')?.text).toBe('Ne?')
    expect(issues).toMatchObject([{ kind: 'duplicate', place: 'line 5' }])
  })

  it('does not overwrite a text when the file does not say what it was', () => {
    const told = 'key;source;target tr\nname:title;=Wie heißt die Stelle?;Ad?\n'
    expect(readTranslationsCsv(translated, told).issues).toMatchObject([{ kind: 'conflict' }])
  })
})

describe('XLIFF', () => {
  const file = writeXliff(translated, 'tr')

  it('protects placeholders and tags as inline codes with their content kept apart', () => {
    expect(file).toContain('<data id="d1">&lt;p class="a"&gt;</data>')
    expect(file).toMatch(
      /<source><pc id="1"[^>]*>Hallo <pc id="2"[^>]*><ph id="3"[^>]*disp="{name}"[^>]*\/><\/pc>,<ph id="4"[^>]*\/>5 &lt; 6 <ph id="5"[^>]*\/> mehr\.<\/pc>\nZweite Zeile<\/source>/,
    )
    expect(file).toMatch(/<target><pc id="1"[^>]*>Merhaba <pc id="2"[^>]*><ph id="3"/)
    expect(file).toContain('<segment id="s1" state="reviewed">')
    expect(file).toContain('<segment id="s1" state="initial">')
  })

  it('tells the state stale and brings it back', () => {
    const stale = setText(translated, {
      path: '/pages/0/elements/1/title',
      language: 'de',
      text: 'Anders?',
    })
    const told = writeXliff(stale, 'tr')
    expect(told).toContain('state="translated" subState="echolot:stale"')
    expect(told).toContain('category="was-made-from">=Wie heißt die Stelle?<')
    expect(readXliff(stale, told).instrument).toBe(stale)
  })

  it('reads what tools make of it: cut segments, marks, moved codes, final', () => {
    const cut = file.replace(
      /<segment id="s1" state="reviewed">\s*<source><pc[\s\S]*?<\/segment>/,
      `<segment id="s1" state="final"><source><sc id="1" dataRef="d1"/>Hallo <pc id="2" dataRefStart="d3" dataRefEnd="d4"><ph id="3" dataRef="d5"/></pc>,</source><target order="2"><ph id="4" dataRef="d6"/>5 &lt; 6 &amp;amp; <mrk id="m1" type="term">x</mrk>.<ec dataRef="d2" startRef="1"/></target></segment>
       <segment id="s2" state="final"><source><ph id="4" dataRef="d6"/>5 &lt; 6 <ph id="5" dataRef="d7"/> mehr.<ec dataRef="d2" startRef="1"/>\nZweite Zeile</source><target order="1"><sc id="1" dataRef="d1"/>Merhaba <pc id="2" dataRefStart="d3" dataRefEnd="d4"><ph id="3" dataRef="d5"/></pc>,</target></segment>`,
    )
    expect(cut).not.toBe(file)
    expect(file.match(/<data id="d\d">[^\n]*/g)).toEqual([
      '<data id="d1">&lt;p class="a"&gt;</data>',
      '<data id="d2">&lt;/p&gt;</data>',
      '<data id="d3">&lt;b&gt;</data>',
      '<data id="d4">&lt;/b&gt;</data>',
      '<data id="d5">{name}</data>',
      '<data id="d6">&lt;br&gt;</data>',
      '<data id="d7">&amp;amp;</data>',
    ])
    const { instrument, issues } = readXliff(translated, cut)
    expect(issues).toEqual([])
    expect(textOf(instrument, 'note:html')?.text).toBe(
      '<p class="a">Merhaba <b>{name}</b>,<br>5 < 6 &amp; x.</p>',
    )
  })

  it('refuses damaged codes unit by unit, with their place', () => {
    const lost = file.replace(/(<target>.*?)<ph id="3"[^>]*\/>/, '$1')
    const { instrument, issues } = readXliff(translated, lost)
    expect(instrument).toBe(translated)
    expect(issues).toMatchObject([{ kind: 'damaged', place: 'unit u2', key: 'note:html' }])
    const dangling = file.replace(
      /(<target>.*?)<ph id="3" dataRef="d5"/,
      '$1<ph id="3" dataRef="d99"',
    )
    expect(readXliff(translated, dangling).issues[0]?.message.en).toContain('<ph id="3">')
  })

  it('keeps characters that XML cannot hold', () => {
    const bell = setTranslation(small, {
      key: 'q:title',
      language: 'tr',
      text: 'Ne\u0007 \uD800 \u{1F600}?\r',
      state: 'draft',
    })
    const told = writeXliff(bell, 'tr')
    expect(told).toContain('<cp hex="0007"/>')
    expect(readXliff(bell, told).instrument).toBe(bell)
  })

  it.each([
    ['<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><xliff/>', 'DOCTYPE'],
    ['<xliff version="1.2"><file/></xliff>', 'xliff version'],
    ['<xliff version="2.1"', 'line 1'],
    ['<other/>', 'root'],
  ])('refuses %s', (text, place) => {
    expect(() => readXliff(small, text)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ place }) }),
    )
  })
})

it('takes a text apart without losing anything', () => {
  const text = 'a {x} <b>c</b> & &amp; < d <!-- e -->'
  expect(
    inlineParts(text)
      .map((part) => (part.kind === 'text' ? part.text : part.code))
      .join(''),
  ).toBe(text)
  expect(inlineParts(text).flatMap((part) => (part.kind === 'code' ? [part.code] : []))).toEqual([
    '{x}',
    '<b>',
    '</b>',
    '&amp;',
    '<!-- e -->',
  ])
})
