import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { MADE } from './made.testing.ts'
import { slidesPptx } from './pptx.ts'

describe('slidesPptx', () => {
  let parts: Record<string, string>
  let file: Uint8Array
  beforeAll(async () => {
    file = await slidesPptx(MADE)
    parts = Object.fromEntries(
      Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]),
    )
  })
  const slides = () => Object.keys(parts).filter((name) => /slides\/slide\d+\.xml$/.test(name))

  it('has a cover, the summary and a slide for each page of the main part', () => {
    expect(slides()).toHaveLength(5)
  })

  it('gives every slide a title', () => {
    for (const name of slides()) expect(parts[name], name).toContain('<p:ph')
    for (const name of slides()) expect(parts[name], name).toMatch(/type="title"/)
  })

  it('describes the picture, in its alternative text and in the notes', () => {
    expect(parts['ppt/slides/slide3.xml']).toContain(
      'descr="Anteile von 100. Betreuung 58 von 100."',
    )
    expect(parts['ppt/notesSlides/notesSlide3.xml']).toContain('Betreuung 58 von 100.')
  })

  it('tells dates and rows of a table in words', async () => {
    const blocks = [
      { kind: 'timeline', steps: [{ what: 'Nächste Messung', on: '2028-01-15' }] },
      {
        kind: 'table',
        table: { caption: 'Maßnahmen', head: ['Nr', 'Was'], rows: [['M1', 'zwei Gruppen']] },
      },
    ] as const
    const [section] = MADE.sections
    if (section === undefined) throw new Error('the made report has a section')
    const { wording: _, ...plain } = section
    const made = unzipSync(await slidesPptx({ ...MADE, sections: [{ ...plain, blocks }] }))
    const slide = strFromU8(made['ppt/slides/slide3.xml'] ?? new Uint8Array())
    expect(slide).toContain('15. Januar 2028: Nächste Messung')
    expect(slide).toContain('M1 · zwei Gruppen')
  })

  it('prints marks and provenance in the master of every page', () => {
    const layouts = Object.entries(parts).filter(([name]) => name.includes('slideLayouts/'))
    const page = layouts.map(([, xml]) => xml).find((xml) => xml.includes('nicht freigegeben'))
    expect(page).toContain('SYNTHETISCH – erfundene Zahlen')
    expect(page).toContain('Probe · Daten aaaaaaaa')
  })

  it('says across every slide of a draft that it is one', () => {
    const layouts = Object.entries(parts).filter(([name]) => name.includes('slideLayouts/'))
    const stamped = layouts.filter(([, xml]) => /rot="[^"]+"[\s\S]*>ENTWURF</.test(xml))
    expect(stamped).toHaveLength(2)
  })

  it('takes names as they are, whatever they mean to XML or to a search', async () => {
    const names = { publisher: '<b>Rat & Tat</b>', openedBy: "$& $` $' <i>" }
    const made = unzipSync(await slidesPptx({ ...MADE, ...names, marks: ['draft'] }))
    const company = strFromU8(made['docProps/app.xml'] ?? new Uint8Array())
    expect(company).toContain('<Company>&lt;b&gt;Rat &amp; Tat&lt;/b&gt;</Company>')
    for (const [name, part] of Object.entries(made))
      if (name.endsWith('.xml')) expect(strFromU8(part), name).not.toMatch(/<b>Rat|Rat & Tat|<i>/)
  })

  it('is written in German, without a clock', async () => {
    expect(Object.values(parts).join('')).not.toContain('lang="en-US"')
    expect(parts['docProps/core.xml']).not.toMatch(/20[2-9]\d-/)
    expect(Buffer.compare(file, await slidesPptx(MADE))).toBe(0)
  })
})
