import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, openBrowser } from '../stage/browser.ts'
import { type House, openHouse, ROOT } from '../stage/house.ts'
import { signInOnPage } from '../stage/pages.ts'
import { signIn } from '../stage/staff.ts'

/** The designer's preview: the respondents' own page in a frame, told of the draft, which saves nothing. */
let house: House
let browser: Browser
let page: Page
const asked: string[] = []

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  await house.addStudy()
  const { designer } = await house.addStaff('collection', { designer: 'designer' })
  const staff = await signIn(house.collection, designer)
  const main = JSON.parse(readFileSync(join(ROOT, 'surveys/anna/instruments/main.json'), 'utf8'))
  await staff.ask('PUT', '/v1/drafts/probe', {
    revision: 0,
    instrument: { ...main, instrument: 'probe' },
  })
  page = await signInOnPage(browser, `${house.collection}/studio/`, designer)
  page.on('request', (request) =>
    asked.push(`${request.method()} ${new URL(request.url()).pathname}`),
  )
  await page.goto(`${house.collection}/studio/instruments/probe/edit`)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const room = (name: string) =>
  page.getByRole('tablist', { name: 'Bereiche des Editors' }).getByRole('tab', { name }).click()
const shown = () => page.frameLocator('iframe.preview-screen')

describe('the preview', () => {
  it('shows the draft on the respondents’ page, in its languages and colours', async () => {
    await room('Ausprobieren')
    await shown().getByRole('heading', { level: 1, name: 'Willkommen' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('combobox', { name: 'Sprache' }).selectOption('ar')
    await shown().locator('html[dir="rtl"][lang="ar"]').waitFor()
    await page.getByRole('combobox', { name: 'Sprache' }).selectOption('de')
    await shown().locator('html[dir="ltr"][lang="de"]').waitFor()
    const ground = () =>
      shown()
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor)
    const light = await ground()
    await page.getByRole('combobox', { name: 'Farben' }).selectOption('dark')
    await expect.poll(ground).not.toBe(light)
  }, 60_000)

  it('takes answers along into a changed draft', async () => {
    await shown().getByRole('button', { name: 'Weiter' }).click()
    await shown().locator('input[type=radio]').first().check()
    await page.getByText(/^1 Antwort/).waitFor()
    const before = await shown().getByRole('heading', { level: 1 }).innerText()
    await room('Aufbau und Texte')
    await page.locator('.tree-row[data-pointer="/pages/1"]').click()
    await page.locator('[data-place="/pages/1/title"]').fill(`${before} (neu)`)
    await room('Ausprobieren')
    await shown()
      .getByRole('heading', { level: 1, name: `${before} (neu)` })
      .waitFor()
    expect(await shown().locator('input[type=radio]').first().isChecked()).toBe(true)
  }, 60_000)

  it('opens no session and saves no answers', () => {
    expect(asked).toContain('GET /-preview')
    expect(asked.filter((one) => /\/v1\/(session|response|refusal|withdrawal)/.test(one))).toEqual(
      [],
    )
  })

  it('shows nothing outside the studio', async () => {
    const alone = await page.context().newPage()
    await alone.goto(`${house.collection}/-preview`)
    await alone.waitForLoadState('networkidle')
    expect(await alone.locator('#page').innerText()).toBe('')
    await alone.close()
  }, 60_000)
})
