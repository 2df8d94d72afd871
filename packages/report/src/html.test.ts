import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { appendixHtml, familiesHtml, htmlOf } from './html.ts'
import { MADE } from './made.testing.ts'

const read = (html: string) => new JSDOM(html).window.document

describe('htmlOf', () => {
  it('asks for nothing and runs nothing', () => {
    const html = htmlOf(MADE)
    expect(html).not.toMatch(/<script|<link|@import|url\(|src=/)
    for (const link of read(html).querySelectorAll('[href]'))
      expect(link.getAttribute('href')).toMatch(/^(#|data:image\/)/)
  })

  it('gives each picture to take along, as SVG and, where it is made, as PNG', () => {
    const links = (html: string) =>
      [...read(html).querySelectorAll<HTMLAnchorElement>('a[download]')].map((a) => [
        a.download,
        a.href.slice(0, 15),
      ])
    expect(links(htmlOf(MADE))).toEqual([['care.svg', 'data:image/svg+']])
    expect(links(htmlOf(MADE, new Map([['care', 'data:image/png;base64,AA']])))).toEqual([
      ['care.svg', 'data:image/svg+'],
      ['care.png', 'data:image/png;'],
    ])
  })

  it('carries the whole picture in the link', () => {
    const href = read(htmlOf(MADE)).querySelector('a[download]')?.getAttribute('href') ?? ''
    const svg = decodeURIComponent(href.replace('data:image/svg+xml,', ''))
    const picture = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document
    expect(picture.documentElement.tagName).toBe('svg')
    expect(picture.documentElement.textContent).toContain('ENTWURF – nicht weitergeben')
  })

  it('says in English what is said in English', () => {
    const page = read(htmlOf({ ...MADE, language: 'en' }))
    expect(page.documentElement.lang).toBe('en')
    expect(page.body.textContent).toContain('What we see')
    expect(page.body.textContent).toContain('1 June 2027')
    expect(page.body.textContent).not.toMatch(/Was wir sehen|ENTWURF|belastbar/)
  })

  it('writes what people typed as text', () => {
    const page = read(htmlOf({ ...MADE, title: '<b>&"' }))
    expect(page.querySelector('h1')?.textContent).toBe('<b>&"')
  })

  it('begins with what is new, and ends the summary with decisions and the next date', () => {
    const summary = {
      ...MADE.summary,
      whatIsNew: ['Neue Seite: Briefe.'],
      decisions: ['Nachmittags öffnen'],
      next: { what: 'Stand der Maßnahmen', on: '2027-10-15' },
    }
    const text = read(htmlOf({ ...MADE, summary })).getElementById('summary')?.textContent ?? ''
    const places = ['Was ist neu?', '58 von 100', 'Nachmittags öffnen', '15. Oktober 2027'].map(
      (words) => text.indexOf(words),
    )
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('appendixHtml', () => {
  it('has the appendix, not the main part', () => {
    const page = read(appendixHtml(MADE))
    expect(page.getElementById('method')).not.toBeNull()
    expect(page.getElementById('care')).toBeNull()
    expect(page.querySelector('.subtitle')?.textContent).toBe('Technischer Anhang')
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
    const page = read(familiesHtml({ ...MADE, families: { easy: sheet } }, 'easy'))
    expect(page.documentElement.lang).toBe('de-simple')
    expect(page.body.textContent).toContain(
      'Mehr Geld gibt es nicht. Der Grund ist: Das Gesetz sagt, wie viel es gibt.',
    )
  })
  it('leaves out a heading with nothing under it', () => {
    const page = read(familiesHtml({ ...MADE, families: { plain: sheet } }, 'plain'))
    expect([...page.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'Das haben Sie gesagt',
      'Das passiert nicht',
      'Haben Sie Fragen?',
    ])
  })
})
