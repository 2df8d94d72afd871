import { describe, expect, it } from 'vitest'
import { MADE } from './made.testing.ts'
import { A5_WIDTH, pngOf } from './png.ts'
import { standaloneFigure } from './standalone-figure.ts'

const [section] = MADE.sections
const figure = section?.blocks.flatMap((block) =>
  block.kind === 'figure' ? [block.figure] : [],
)[0]
if (section === undefined || figure === undefined) throw new Error('the made report has a figure')

describe('standaloneFigure', () => {
  const svg = standaloneFigure(MADE, section, figure)
  it('takes the finding, the basis, the marks and the provenance along', () => {
    for (const words of [
      'Betreuung bremst am stärksten',
      '131 Antworten, gewichtet',
      'ENTWURF – nicht weitergeben',
      'Probe · Daten aaaaaaaa',
    ])
      expect(svg).toContain(words)
  })
  it('says across the picture of a draft that it is one, and whose copy', () => {
    expect(svg).toMatch(/rotate\(-24\)[^<]*><text[^>]*>ENTWURF<\/text>/)
    const copy = standaloneFigure({ ...MADE, openedBy: 'Ana & Ben' }, section, figure)
    expect(copy).toContain('>Ana &amp; Ben</text>')
    const released = standaloneFigure({ ...MADE, marks: ['synthetic'] }, section, figure)
    expect(released).not.toContain('rotate')
  })
  it('keeps the picture with its description whole', () => {
    expect(svg).toContain('<desc id="care-description">Betreuung 58 von 100.</desc>')
    expect(svg.match(/<svg /g)).toHaveLength(2)
  })
  it('refuses a picture of unknown size', () => {
    expect(() => standaloneFigure(MADE, section, { ...figure, svg: '<svg></svg>' })).toThrow(
      RangeError,
    )
  })
})

describe('pngOf', () => {
  it('is as wide as A5 at 300 dots an inch, and says so', async () => {
    const png = Buffer.from(await pngOf(standaloneFigure(MADE, section, figure), A5_WIDTH))
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(1748)
    const density = png.indexOf('pHYs')
    expect(png.readUInt32BE(density + 4)).toBe(11811)
  })
  it('draws letters with our own typeface, the same each time', async () => {
    const drawn = (words: string) =>
      pngOf(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><text y="15" font-family="'Source Sans 3'">${words}</text></svg>`,
        200,
      )
    const [first, again, none] = await Promise.all([drawn('Äpfel'), drawn('Äpfel'), drawn('')])
    expect(Buffer.compare(first, again)).toBe(0)
    expect(first.length).toBeGreaterThan(none.length + 300)
  })
})
