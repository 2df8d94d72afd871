import type { Report } from '@echolot/report'
import { appendixHtml, familiesHtml, htmlOf } from '@echolot/report/html'
import { MADE } from '@echolot/report/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings, openBrowser } from '../stage/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const sheet = {
  title: 'Was Sie uns gesagt haben',
  intro: 'Danke für Ihre Antworten.',
  said: ['Viele brauchen Betreuung.'],
  happens: ['Es gibt eine Gruppe am Nachmittag.'],
  not: [{ what: 'Mehr Geld', because: 'das Gesetz es festlegt.' }],
  contact: ['Projektbüro'],
}
/** With one block of each kind that the made report lacks, opened by somebody as a draft. */
const REPORT: Report = {
  ...MADE,
  openedBy: 'Frau Muster',
  families: { plain: sheet, easy: sheet },
  changes: [{ section: 'care', heading: 'Betreuung', what: 'hidden', reason: 'zu früh' }],
  sections: [
    ...MADE.sections,
    {
      id: 'words',
      question: 'In eigenen Worten',
      heading: 'Zeit fehlt',
      part: 'main',
      blocks: [
        { kind: 'facts', items: [{ value: '27,6 %', label: 'Antwortquote', note: 'RR2' }] },
        { kind: 'quotes', themes: [{ theme: 'Zeit', count: '12 Nennungen', quotes: ['Zeit!'] }] },
        { kind: 'timeline', steps: [{ what: 'Nächste Messung', on: '2028-01-15' }] },
        { kind: 'remarks', items: [{ term: 'Warum?', text: 'Darum.' }] },
      ],
    },
  ],
}

it.each([
  ['the report', htmlOf(REPORT)],
  ['the report in English', htmlOf({ ...REPORT, language: 'en' })],
  ['the technical appendix', appendixHtml(REPORT)],
  ['the sheet for families', familiesHtml(REPORT, 'plain')],
  ['the sheet in easy language', familiesHtml(REPORT, 'easy')],
])('%s is sound on a phone and on a screen', async (name, html) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.setContent(html)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await axeFindings(page), `${name} at ${width} px`).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0)
  }
  await context.close()
})
