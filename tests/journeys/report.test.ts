import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '@echolot/report'
import { MADE } from '@echolot/report/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFindings, complaintsOf, openBrowser } from '../stage/browser.ts'
import { type House, openHouse } from '../stage/house.ts'
import { signInOnPage } from '../stage/pages.ts'
import { signIn } from '../stage/staff.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** Pictures for people who look, if they say where to put them. */
const PICTURES = process.env.ECHOLOT_PICTURES

/**
 * Nothing for axe and nothing to scroll sideways, on a phone and on a desk. Frames are taken out at the end: no script runs
 * in them, so axe would wait for ever; what is in them has tests of its own.
 */
const expectSound = async (page: Page, name: string) => {
  await page.locator('iframe').evaluateAll((frames) => {
    for (const frame of frames) frame.remove()
  })
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    if (PICTURES !== undefined) {
      mkdirSync(PICTURES, { recursive: true })
      await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true })
    }
    expect(await axeFindings(page), `${name} at ${width} px`).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${name} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0)
  }
}

const sheet = {
  title: 'Danke',
  intro: 'Sie haben geantwortet.',
  said: ['Betreuung fehlt.'],
  happens: ['Wir sprechen mit dem Kreis.'],
  not: [],
  contact: ['Universität (erfunden)'],
}
const GERMAN: Report = { ...MADE, families: { plain: sheet, easy: sheet } }

it('goes from the desk over carrier and job centre to the project lead', async () => {
  await house.addStudy()
  const accounts = await house.addStaff('collection', {
    analyst: 'analyst',
    manager: 'data_manager',
    carrier: 'carrier',
    lead: 'lead',
  })
  const { ask } = await signIn(house.collection, accounts.analyst)
  const { id } = await ask<{ id: string }>('POST', '/v1/reports', {
    study: 'anna',
    wave: 'w1',
    title: 'Was Familien hilft',
    freezeDigest: MADE.digests.data,
    planDigest: MADE.digests.plan,
    models: [GERMAN, { ...GERMAN, language: 'en' }],
    results: { protected: true, data: { digest: MADE.digests.data } },
    account: {},
  })
  const reports = `${house.collection}/studio/reports`

  // Writes a headline: a typed number is refused at the field, one from the list is put in with the keyboard.
  const analyst = await signInOnPage(browser, `${house.collection}/studio/`, accounts.analyst)
  const complaints = complaintsOf(analyst)
  await analyst.goto(`${reports}/${id}/edit`)
  await analyst.getByRole('button', { name: /Betreuung bremst/ }).click()
  const heading = analyst.getByLabel('Überschrift (Deutsch)', { exact: true })
  await heading.fill('58 sagen: ')
  await analyst.getByText('Zahlen werden nicht getippt: 58', { exact: false }).waitFor()
  await analyst.getByText('nicht gesichert: erst den Fehler beheben').waitFor()
  await expectSound(analyst, 'editor-fault')
  await heading.fill('Es fehlt an ')
  await heading.press('End')
  await analyst.keyboard.type('{')
  await analyst.getByRole('combobox', { name: 'Zahl suchen für: Überschrift (Deutsch)' }).waitFor()
  await analyst.keyboard.type('hürde')
  await analyst.keyboard.press('Enter')
  await analyst.keyboard.type(' am Nachmittag')
  expect(await heading.textContent()).toBe('Es fehlt an Betreuung am Nachmittag')
  expect(await heading.locator('.bound-chip').textContent()).toBe('Betreuung')
  await analyst
    .locator('.edition-preview')
    .getByRole('heading', { name: 'Es fehlt an Betreuung am Nachmittag' })
    .waitFor()
  await analyst.getByText('fehlt: Deutsch wurde geändert').waitFor()
  await analyst.locator('.edition-save').first().getByText('gesichert', { exact: true }).waitFor()
  await expectSound(analyst, 'editor')
  await analyst.getByRole('button', { name: 'Blatt für Familien' }).click()
  await expectSound(analyst, 'editor-families')
  await analyst.getByRole('button', { name: 'Kurzfassung', exact: true }).click()
  await expectSound(analyst, 'editor-summary')
  await analyst.getByRole('link', { name: 'Zum Bericht' }).click()
  await analyst.getByRole('button', { name: 'Zur Kommentierung geben' }).click()
  const question = analyst.getByRole('dialog')
  await question.getByRole('button', { name: 'Zur Kommentierung geben' }).click()
  await analyst.getByText('zur Kommentierung', { exact: true }).first().waitFor()

  // The carrier reads the draft under their own name and comments on a page.
  const carrier = await signInOnPage(browser, `${house.collection}/studio/`, accounts.carrier)
  await carrier.goto(reports)
  await carrier.getByRole('link', { name: 'Was Familien hilft' }).click()
  const frame = carrier.frameLocator('iframe')
  await frame.getByText('ENTWURF – nicht weitergeben').first().waitFor()
  expect(await frame.locator('.across').first().getAttribute('data-words')).toContain(
    'carrier (test)',
  )
  await carrier
    .getByLabel('Zu welcher Seite?')
    .selectOption({ label: 'Es fehlt an Betreuung am Nachmittag' })
  await carrier.getByLabel('Ihr Kommentar').fill('Auch in den Ferien.')
  await carrier.getByRole('button', { name: 'Kommentieren' }).click()
  await carrier.locator('.report-text', { hasText: 'Auch in den Ferien.' }).waitFor()
  await expectSound(carrier, 'report-in-comment')

  // Released only when the comment is answered, by somebody who has not written.
  const manager = await signInOnPage(browser, `${house.collection}/studio/`, accounts.manager)
  await manager.goto(`${reports}/${id}`)
  await manager.getByRole('button', { name: 'Freigeben' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click()
  await manager.getByText('Vor der Freigabe braucht jeder Kommentar', { exact: false }).waitFor()
  await manager.getByRole('button', { name: 'Abbrechen' }).click()
  await manager.getByLabel('Antwort an carrier (test)').fill('Das haben wir nicht gefragt.')
  await manager.getByRole('button', { name: 'Ablehnen' }).click()
  await manager.getByText('hat abgelehnt', { exact: false }).first().waitFor()
  await manager.getByRole('button', { name: 'Freigeben' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click()
  await manager.getByText('freigegeben', { exact: true }).first().waitFor()

  // The project lead reads it without the mark, in both languages, and takes the files along.
  const lead = await signInOnPage(browser, `${house.collection}/studio/`, accounts.lead)
  await lead.goto(`${reports}/${id}`)
  const released = lead.frameLocator('iframe')
  await released.getByRole('heading', { name: 'Es fehlt an Betreuung am Nachmittag' }).waitFor()
  expect(await released.getByText('ENTWURF').count()).toBe(0)
  const taken = lead.waitForEvent('download')
  await lead.getByRole('link', { name: 'Bericht (PDF)' }).click()
  expect((await taken).suggestedFilename()).toBe('de-1-report.pdf')
  for (const kind of ['summary', 'slides', 'tables', 'families', 'appendix', 'figures']) {
    const file = await lead.request.get(`${house.collection}/v1/reports/${id}/files/de/${kind}`)
    expect([kind, file.status()]).toEqual([kind, 200])
  }
  await lead.getByLabel('Sprache des Berichts').selectOption({ label: 'Englisch' })
  await released.getByText('What we see').first().waitFor()
  await expectSound(lead, 'report-released')
  expect(complaints).toEqual([])
}, 600_000)
