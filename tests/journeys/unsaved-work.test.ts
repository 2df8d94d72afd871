import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../stage/browser.ts'
import { type House, openHouse } from '../stage/house.ts'
import { signInOnPage } from '../stage/pages.ts'
import { signIn } from '../stage/staff.ts'

/** Work that only the browser has: it belongs to one person, and is gone when that person signs out. */
let house: House
let browser: Browser
let page: Page
const instrument = {
  instrument: 'probe',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    title: 'Probe',
    pages: [{ name: 'p', title: 'Seite', elements: [{ type: 'text', name: 'q', title: 'Frage' }] }],
  },
  scales: [],
  variables: [],
}

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  await house.addStudy()
  const staff = await house.addStaff('collection', { designer: 'designer', other: 'designer' })
  await (await signIn(house.collection, staff.designer)).ask('PUT', '/v1/drafts/probe', {
    revision: 0,
    instrument,
  })
  page = await signInOnPage(browser, `${house.collection}/studio/`, staff.designer)
  await page.route('**/v1/drafts/probe', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await page.goto(`${house.collection}/studio/instruments/probe/edit`)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const write = async (words: string) => {
  await page.locator('.tree-row[data-pointer="/pages/0"]').click()
  await page.locator('[data-place="/pages/0/title"]').fill(words)
  await page.getByText(words).first().waitFor()
  await page.waitForFunction(async () => (await indexedDB.databases()).length > 0)
}
const kept = () =>
  page.evaluate(
    () =>
      new Promise<readonly { person: string }[]>((done, failed) => {
        const request = indexedDB.open('echolot-studio')
        request.onerror = () => failed(request.error)
        request.onsuccess = () => {
          const all = request.result.transaction('unsaved').objectStore('unsaved').getAll()
          all.onsuccess = () => done(all.result)
        }
      }),
  )
const signOut = async () => {
  await page.locator('.ui-account summary').click()
  await page.getByRole('button', { name: 'Abmelden' }).click()
}

describe('unsaved work in a browser', () => {
  it('is kept under the name of whoever wrote it', async () => {
    await write('Nur hier')
    await expect
      .poll(async () => (await kept()).map(({ person }) => person))
      .toEqual(['designer@collection.example'])
  }, 60_000)

  it('is asked about before it is lost by signing out, and gone afterwards', async () => {
    await signOut()
    const dialog = page.getByRole('dialog', { name: /Abmelden, obwohl/ })
    await dialog.getByText('probe').waitFor()
    await dialog.getByRole('button', { name: 'Angemeldet bleiben' }).click()
    expect(await kept()).toHaveLength(1)
    await signOut()
    await dialog.getByRole('button', { name: 'Verwerfen und abmelden' }).click()
    await page.getByLabel('E-Mail-Adresse').waitFor()
    await expect.poll(kept).toEqual([])
  }, 60_000)
})
