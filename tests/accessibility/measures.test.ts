import type { Report } from '@echolot/report'
import { DECISIONS, MADE } from '@echolot/report/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, openBrowser } from '../stage/browser.ts'
import { type House, openHouse } from '../stage/house.ts'
import { signInOnPage } from '../stage/pages.ts'
import { expectSound } from '../stage/sound.ts'
import { signIn } from '../stage/staff.ts'

const LANGUAGES = ['Deutsch', 'English'] as const

let house: House
let browser: Browser
let accounts: Awaited<ReturnType<typeof laidOut>>['accounts']
let report: string

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  const laid = await laidOut()
  accounts = laid.accounts
  report = laid.report
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** A draft on the desk and, of the version before it, a recommendation with a measure that is overdue and one given up. */
const laidOut = async () => {
  await house.addStudy()
  const accounts = await house.addStaff('collection', {
    analyst: 'analyst',
    carrier: 'carrier',
    lead: 'lead',
  })
  const analyst = await signIn(house.collection, accounts.analyst)
  const carrier = await signIn(house.collection, accounts.carrier)
  const model: Report = { ...MADE, sections: [...MADE.sections, DECISIONS] }
  const handIn = async () =>
    (
      await analyst.ask<{ id: string }>('POST', '/v1/reports', {
        study: 'anna',
        wave: 'w1',
        title: 'Was Familien hilft',
        freezeDigest: MADE.digests.data,
        planDigest: MADE.digests.plan,
        models: [model, { ...model, language: 'en' }],
        results: { protected: true, data: { digest: MADE.digests.data } },
        account: {},
      })
    ).id
  const first = await handIn()
  await analyst.ask('POST', `/v1/reports/${first}/circulation`)
  const recommendation = await analyst.ask<{ id: string }>('POST', '/v1/recommendations', {
    findings: [{ report: first, section: 'care' }],
    texts: { de: 'Betreuung anpassen', en: 'Fit care to working hours' },
    audience: 'all',
  })
  const propose = (due: string) =>
    carrier.ask<{ id: string }>('POST', `/v1/recommendations/${recommendation.id}/measures`, {
      texts: { de: 'Gruppen am Nachmittag', en: 'Afternoon groups' },
      owner: 'carrier',
      office: 'Träger',
      due,
      nextReview: null,
      costHint: '',
      forFamilies: { plain: 'Es gibt Gruppen.', easy: 'Es gibt Gruppen.' },
      nextWave: null,
    })
  await propose('2020-01-31')
  const { id } = await propose('2040-01-31')
  await carrier.ask('POST', `/v1/measures/${id}/state`, { state: 'not-pursued', why: 'kein Raum' })
  return { accounts, report: await handIn() }
}

/** Each page of the editor by its name in the list, in German and English. */
const PAGES = [
  ['Kurzfassung', 'Summary'],
  ['Betreuung bremst am stärksten', 'Betreuung bremst am stärksten'],
  ['Was jetzt zu entscheiden ist', 'Was jetzt zu entscheiden ist'],
  ['Blatt für Familien', 'Sheet for families'],
] as const

describe('the report editor', () => {
  it.each(LANGUAGES.map((language, i) => [language, i] as const))(
    'is sound in %s, with the list of numbers open',
    async (language, at) => {
      const page = await signInOnPage(browser, `${house.collection}/studio/`, accounts.analyst)
      const complaints = complaintsOf(page)
      await page.getByText(language, { exact: true }).first().click()
      await page.goto(`${house.collection}/studio/reports/${report}/edit`)
      for (const names of PAGES) {
        await page.getByRole('button', { name: names[at] ?? '', exact: true }).click()
        await expectSound(page, `${names[at]} in ${language}`)
      }
      await page.getByRole('button', { name: PAGES[1][at] ?? '', exact: true }).click()
      await page.getByRole('textbox').first().press('Control+Space')
      await page.getByRole('option').first().waitFor()
      await expectSound(page, `the numbers in ${language}`)
      expect(complaints.filter((words) => !/40[14]/.test(words))).toEqual([])
      await page.context().close()
    },
  )
})

describe.each(['analyst', 'carrier', 'lead'] as const)('the measures of the %s', (who) => {
  it('are sound in both languages', async () => {
    const page = await signInOnPage(browser, `${house.collection}/studio/`, accounts[who])
    for (const language of LANGUAGES) {
      await page.getByText(language, { exact: true }).first().click()
      await page.goto(`${house.collection}/studio/measures`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      for (const history of await page.locator('summary').all()) await history.click()
      await expectSound(page, `measures of the ${who} in ${language}`)
    }
    await page.context().close()
  })
})
