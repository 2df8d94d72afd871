import { describe, expect, it } from 'vitest'
import { REPORT_LANGUAGES } from '../../plan/told.ts'
import { placesOf } from './ranked-dots.ts'
import { sheetOf } from './sheet.testing.ts'
import { INK, WIDTH } from './svg.ts'

/** Least width of a letter, in parts of its size. */
const LETTER = 0.5
const textsIn = (svg: string) =>
  [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', words = '']) => {
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1]
    const letters = words.replace(/&[a-z]+;/g, 'x').length
    const size = Number(of('font-size'))
    return { words, size, x: Number(of('x')), anchor: of('text-anchor'), letters, fill: of('fill') }
  })

describe.each(REPORT_LANGUAGES)('every kind of figure in %s', (language) => {
  const sheet = Object.entries(sheetOf(language))

  it.each(sheet)('%s has a title and a description, and names nothing twice', (kind, svg) => {
    expect(svg).toContain(`<title id="${kind}-title">`)
    expect(svg).toMatch(new RegExp(`aria-labelledby="${kind}-title ${kind}-description"`))
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(sheet)('%s is the same bytes each time, with numbers only', (kind, svg) => {
    expect(sheetOf(language)[kind]).toBe(svg)
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\{\{|figures\.|numbers\./)
  })

  it.each(sheet)(
    '%s is read on a phone: no letter under 13 units, none beyond the edges',
    (_, svg) => {
      for (const { words, size, x, anchor, letters } of textsIn(svg)) {
        expect(size, words).toBeGreaterThanOrEqual(13)
        const width = letters * size * LETTER
        const from = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
        expect(from, words).toBeGreaterThanOrEqual(-1)
        expect(from + width, words).toBeLessThanOrEqual(WIDTH + 1)
      }
    },
  )

  it.each(sheet)('%s gives every hatched field a reason in words', (_, svg) => {
    if (svg.includes('-hatch)"'))
      expect(svg).toMatch(
        />(unter|under|keine|no answers|zu unsicher|too unsure|schraffiert|hatched|.*: |verdeckt|zu wenige)/,
      )
  })
})

/** @see WCAG 2.2, relative luminance and contrast ratio */
const contrast = (first: string, second: string) => {
  const luminance = (ink: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(ink.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [a, b] = [luminance(first), luminance(second)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

describe('the inks', () => {
  it.each(['text', 'quiet', 'first', 'secondText'] as const)(
    '%s writes on paper at 4.5 : 1',
    (ink) => {
      expect(contrast(INK[ink], INK.paper)).toBeGreaterThanOrEqual(4.5)
    },
  )
  it.each(['axis', 'second', 'first', 'quiet'] as const)('%s draws on paper at 3 : 1', (ink) => {
    expect(contrast(INK[ink], INK.paper)).toBeGreaterThanOrEqual(3)
  })
  it.each(['first', 'second'] as const)('paper writes on %s at 4.5 : 1', (ink) => {
    expect(contrast(INK.paper, INK[ink])).toBeGreaterThanOrEqual(4.5)
  })
  it('write only as texts in figures', () => {
    const writing = [INK.text, INK.quiet, INK.first, INK.secondText, INK.paper] as string[]
    for (const svg of Object.values(sheetOf('de')))
      for (const { fill, words } of textsIn(svg)) expect(writing, words).toContain(fill)
  })
})

describe('the rules of pictures', () => {
  const { 'icon-array': icons = '', 'likert-bars': likert = '' } = sheetOf('de')

  it('has a hundred equal squares, filled line by line from the lower left', () => {
    const squares = [
      ...icons.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="15.5" height="15.5"/g),
    ]
    expect(squares).toHaveLength(100)
    const [[, x0, y0] = [], [, x1, y1] = []] = squares
    expect(Number(y0)).toBe(Math.max(...squares.map(([, , y]) => Number(y))))
    expect([Number(x1) > Number(x0), y1 === y0]).toEqual([true, true])
  })

  it('fills as many squares as are sure, estimated and possible', () => {
    const fills = [...icons.matchAll(/width="15.5"[^>]*fill="(#[0-9a-f]+)"/g)].map(
      ([, fill]) => fill,
    )
    const count = (ink: string) => fills.filter((fill) => fill === ink).length
    expect([INK.first, INK.between, INK.paper, INK.light].map(count)).toEqual([44, 6, 6, 44])
  })

  it('draws agreement, disagreement and the middle by one measure', () => {
    const widthOf = (fill: string) =>
      Number(new RegExp(`width="([\\d.]+)" height="21" fill="${fill}"`).exec(likert)?.[1])
    expect(widthOf(INK.first) / 50).toBeCloseTo(widthOf(INK.second) / 32, 6)
    expect(widthOf(INK.middle) / 18).toBeCloseTo(widthOf(INK.first) / 50, 6)
  })

  it('writes no number under 8 at a bar', () => {
    const { 'likert-bars': drawn = '' } = sheetOf('de')
    expect(textsIn(drawn).map(({ words }) => words)).not.toContain('6')
  })

  it('gives those whose intervals overlap the same places', async () => {
    const share = (value: number, reach: number) =>
      ({
        shown: 'number',
        kind: 'share',
        value,
        low: value - reach,
        high: value + reach,
        certainty: 'sure',
      }) as never
    expect(placesOf([share(60, 5), share(57, 5), share(30, 5), undefined])).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
      { best: 3, worst: 3 },
      undefined,
    ])
  })
})
