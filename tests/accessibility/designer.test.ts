import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../stage/browser.ts'
import { type House, openHouse } from '../stage/house.ts'
import { unsound } from '../stage/sound.ts'
import { type Staff, signIn } from '../stage/staff.ts'

/** Rooms of the designer, by their place among the tabs. */
const ROOMS = 10

/** A questionnaire of another system, with something that gets lost on the way. */
const ELSEWHERE = {
  title: 'Elsewhere',
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'radiogroup', name: 'mood', title: 'How are you?', choices: ['good', 'bad'] },
        { type: 'file', name: 'photo', title: 'A photo' },
      ],
    },
  ],
}

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
    const openers = [
      ['move to', 1, () => page.locator('.frame[data-chosen="first"] [data-tool="moveTo"]')],
      ['remove', 1, () => page.locator('.frame[data-chosen="first"] [data-tool="remove"]')],
      [
        'propose',
        1,
        () => page.getByRole('button', { name: isGerman ? 'Vorschlagen …' : 'Propose …' }),
      ],
      [
        'replace',
        0,
        () =>
          page.getByRole('button', {
            name: isGerman ? 'In den Texten ersetzen' : 'Replace in the texts',
          }),
      ],
      [
        'paste a list',
        2,
        () =>
          page.getByRole('button', { name: isGerman ? 'Liste einfügen' : 'Paste a list' }).first(),
      ],
      [
        'fill in',
        2,
        () => page.getByRole('button', { name: isGerman ? /^Vorgabe: / : /^Default: / }).first(),
      ],
    ] as const
    for (const [where, pane, opener] of openers) {
      await page.setViewportSize({ width: 360, height: 800 })
      await page.locator('.structure-panes button').nth(pane).click()
      await wide()
      await opener().press('Enter')
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

  it('pleases axe while a language comes and goes, by keys alone', async () => {
    const page = await openEditor(locale)
    const found: string[] = []
    await page.locator('.editor > .ui-tabs > .ui-tablist > [role="tab"]').nth(2).click()
    await page
      .getByLabel(isGerman ? 'Weitere Sprache' : 'Another language')
      .selectOption({ value: isGerman ? 'pl' : 'ro' })
    await page
      .getByRole('button', { name: isGerman ? 'Sprache hinzufügen' : 'Add language' })
      .press('Enter')
    const removing = page.getByRole('button', {
      name: isGerman ? 'Polnisch entfernen' : 'Remove Romanian',
    })
    await removing.waitFor()
    found.push(...(await unsound(page, 'a new language')))
    await page.setViewportSize({ width: 1280, height: 900 })
    await removing.press('Enter')
    await page.locator('dialog[open]').waitFor()
    found.push(...(await unsound(page, 'a language goes')))
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.keyboard.press('Escape')
    await expect.poll(() => removing.evaluate((one) => one === document.activeElement)).toBe(true)
    await removing.press('Enter')
    const last = page.locator('dialog[open] .ui-actions button').last()
    await last.press('Enter')
    await removing.waitFor({ state: 'detached' })
    await leave(page)
    expect(found).toEqual([])
  }, 400_000)

  it('pleases axe while a questionnaire is taken over from a file, by keys alone', async () => {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } })
    await context.addCookies(designer.cookies())
    const page = await context.newPage()
    await page.goto(`${house.collection}/studio/instruments`)
    const found: string[] = []
    const begin = page.getByRole('button', {
      name: isGerman ? 'Aus Datei übernehmen' : 'Take over from a file',
    })
    await begin.press('Enter')
    await page.locator('dialog[open]').waitFor()
    found.push(...(await unsound(page, 'choosing a file')))
    await page.locator('dialog[open] input[type=file]').setInputFiles({
      name: 'other.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('nothing that is a questionnaire'),
    })
    await page.locator('dialog[open] .ui-notice').waitFor()
    found.push(...(await unsound(page, 'a file that is none')))
    await page.locator('dialog[open] input[type=file]').setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(ELSEWHERE)),
    })
    const take = page.getByRole('button', {
      name: isGerman ? 'Als Entwurf anlegen' : 'Make it a draft',
    })
    await take.waitFor()
    found.push(...(await unsound(page, 'what was read')))
    const name = page
      .locator('dialog[open] input[type=text], dialog[open] input:not([type])')
      .first()
    await name.fill('Not A Name')
    await take.press('Enter')
    await page.locator('dialog[open] .ui-error').waitFor()
    found.push(...(await unsound(page, 'a name that cannot be')))
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    expect(await begin.evaluate((one) => one === document.activeElement)).toBe(true)
    await context.close()
    expect(found).toEqual([])
  }, 400_000)
})
