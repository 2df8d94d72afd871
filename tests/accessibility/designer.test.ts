import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../stage/browser.ts'
import { type House, openHouse } from '../stage/house.ts'
import { unsound } from '../stage/sound.ts'
import { type Staff, signIn } from '../stage/staff.ts'

/** Rooms of the designer, by their place among the tabs. */
const ROOMS = 10

let house: House
let browser: Browser
let designer: Staff

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  await house.addStudy()
  const accounts = await house.addStaff('collection', { designer: 'designer' })
  designer = await signIn(house.collection, accounts.designer)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const openEditor = async (locale: string): Promise<Page> => {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } })
  await context.addCookies(designer.cookies())
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${house.collection}/studio/instruments/main/edit`)
  await page.getByRole('tab').first().waitFor()
  await page.locator('.frame').first().waitFor()
  return page
}

/** Leaves like a person does: the page gives the draft's lock back on its way. */
const leave = async (page: Page) => {
  await page.goto('about:blank')
  await page.waitForTimeout(500)
  await page.context().close()
}

describe.each(['de-DE', 'en-GB'])('the designer in %s', (locale) => {
  const isGerman = locale === 'de-DE'

  it('pleases axe and fits from 320 px in every room', async () => {
    const page = await openEditor(locale)
    const found: string[] = []
    const tabs = page.locator('.editor > .ui-tabs > .ui-tablist > [role="tab"]')
    expect(await tabs.count()).toBe(ROOMS)
    for (let room = 0; room < ROOMS; room++) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await tabs.nth(room).click()
      await page.waitForTimeout(400)
      found.push(...(await unsound(page, await tabs.nth(room).innerText())))
    }
    await leave(page)
    expect(found).toEqual([])
  }, 400_000)

  it('pleases axe in its three columns with a question selected, and in its dialogs', async () => {
    const page = await openEditor(locale)
    const found: string[] = []
    const wide = () => page.setViewportSize({ width: 1280, height: 900 })
    const choose = async () => {
      await page.locator('.canvas-pager select').selectOption('2')
      await page.locator('.frame[data-frame="item"] .frame-head').first().click()
    }
    await choose()
    for (const pane of [0, 1, 2]) {
      await page.setViewportSize({ width: 360, height: 800 })
      await page.locator('.structure-panes button').nth(pane).click()
      found.push(...(await unsound(page, `pane ${pane + 1}`)))
    }
    await page.setViewportSize({ width: 360, height: 800 })
    await page.locator('.structure-panes button').nth(1).click()
    const dialogs = [
      ['move to', () => page.locator('.frame[data-chosen="first"] [data-tool="moveTo"]')],
      ['remove', () => page.locator('.frame[data-chosen="first"] [data-tool="remove"]')],
      [
        'propose',
        () => page.getByRole('button', { name: isGerman ? 'Vorschlagen …' : 'Propose …' }),
      ],
      [
        'paste a list',
        () =>
          page.getByRole('button', { name: isGerman ? 'Liste einfügen' : 'Paste a list' }).first(),
      ],
    ] as const
    for (const [where, opener] of dialogs) {
      await wide()
      await opener().click()
      await page.locator('dialog[open]').waitFor()
      found.push(...(await unsound(page, where)))
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    await leave(page)
    expect(found).toEqual([])
  }, 400_000)

  it('pleases axe with translations going out and coming in', async () => {
    const page = await openEditor(locale)
    const found: string[] = []
    const tabs = page.locator('.editor > .ui-tabs > .ui-tablist > [role="tab"]')
    await tabs.nth(2).click()
    for (const name of isGerman ? ['Exportieren …', 'Importieren …'] : ['Export …', 'Import …']) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.getByRole('button', { name }).first().click()
      await page.locator('dialog[open]').waitFor()
      found.push(...(await unsound(page, name)))
      await page.keyboard.press('Escape')
    }
    await leave(page)
    expect(found).toEqual([])
  }, 400_000)
})
