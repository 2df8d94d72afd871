import { describe, expect, it } from 'vitest'
import { appendixHtml, familiesHtml, htmlOf } from './html.ts'
import { MADE } from './made.testing.ts'

/** What a reader sees: without styles, tags and the picture's own description. */
const textOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
const linksIn = (html: string) =>
  [...html.matchAll(/<a (?:download="([^"]*)" )?[^>]*href="([^"]*)"/g)].map(
    ([, name = '', href = '']) => ({ name, href }),
  )

describe('htmlOf', () => {
  it('asks for nothing and runs nothing', () => {
    const html = htmlOf(MADE)
    expect(html).not.toMatch(/<script|<link|@import|url\(|src=/)
    for (const { href } of linksIn(html)) expect(href).toMatch(/^(#|data:image\/)/)
  })

  it('gives each picture to take along, as SVG and, where it is made, as PNG', () => {
    const links = (html: string) =>
      linksIn(html).flatMap(({ name, href }) => (name === '' ? [] : [[name, href.slice(0, 15)]]))
    expect(links(htmlOf(MADE))).toEqual([['care.svg', 'data:image/svg+']])
    expect(links(htmlOf(MADE, new Map([['care', 'data:image/png;base64,AA']])))).toEqual([
      ['care.svg', 'data:image/svg+'],
      ['care.png', 'data:image/png;'],
    ])
  })

  it('carries the whole picture in the link', () => {
    const { href = '' } = linksIn(htmlOf(MADE)).find(({ name }) => name === 'care.svg') ?? {}
    const svg = decodeURIComponent(href.replace('data:image/svg+xml,', ''))
    expect(svg).toMatch(/^<\?xml [^>]*>\n<svg [\s\S]*ENTWURF – nicht weitergeben[\s\S]*<\/svg>\n$/)
  })

  it('says in English what is said in English', () => {
    const html = htmlOf({ ...MADE, language: 'en' })
    expect(html).toContain('<html lang="en">')
    expect(textOf(html)).toContain('What we see')
    expect(textOf(html)).toContain('1 June 2027')
    expect(textOf(html)).not.toMatch(/Was wir sehen|ENTWURF|Herausgeber/)
  })

  it('writes what people typed as text', () => {
    expect(htmlOf({ ...MADE, title: '<b>&"' })).toContain('<h1>&lt;b&gt;&amp;&quot;</h1>')
  })

  it('begins with what is new, and ends the summary with decisions and the next date', () => {
    const summary = {
      ...MADE.summary,
      whatIsNew: ['Neue Seite: Briefe.'],
      decisions: ['Nachmittags öffnen'],
      next: { what: 'Stand der Maßnahmen', on: '2027-10-15' },
    }
    const [, page = ''] = htmlOf({ ...MADE, summary }).split('<article id="summary"')
    const text = textOf(page)
    const places = ['Was ist neu?', '58 von 100', 'Nachmittags öffnen', '15. Oktober 2027'].map(
      (words) => text.indexOf(words),
    )
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('appendixHtml', () => {
  it('has the appendix, not the main part', () => {
    const html = appendixHtml(MADE)
    expect(html).toContain('<article id="method"')
    expect(html).not.toContain('<article id="care"')
    expect(html).toContain('<p class="subtitle">Technischer Anhang</p>')
  })
})

describe('familiesHtml', () => {
  const sheet = {
    title: 'Danke',
    intro: 'Viele haben geantwortet.',
    said: ['Viele brauchen Betreuung.'],
    happens: [],
    not: [{ what: 'Mehr Geld gibt es nicht.', because: 'Das Gesetz sagt, wie viel es gibt.' }],
    contact: ['Projektbüro'],
  }
  it('gives reasons in two sentences in easy language', () => {
    const html = familiesHtml({ ...MADE, families: { easy: sheet } }, 'easy')
    expect(html).toContain('<html lang="de-simple"')
    expect(textOf(html)).toContain(
      'Mehr Geld gibt es nicht. Der Grund ist: Das Gesetz sagt, wie viel es gibt.',
    )
  })
  it('leaves out a heading with nothing under it', () => {
    const html = familiesHtml({ ...MADE, families: { plain: sheet } }, 'plain')
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading)).toEqual([
      'Das haben Sie gesagt',
      'Das passiert nicht',
      'Haben Sie Fragen?',
    ])
  })
})
