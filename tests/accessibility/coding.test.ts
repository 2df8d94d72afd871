import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, openBrowser } from '../stage/browser.ts'
import { openCoding } from '../stage/coding.ts'
import { mailLetters, openField } from '../stage/field.ts'
import { type House, openHouse } from '../stage/house.ts'
import { openLetter } from '../stage/household.ts'
import { signInOnPage } from '../stage/pages.ts'
import { expectSound } from '../stage/sound.ts'

const AT = '/studio/coding/anna/w1'

let house: House
let browser: Browser
let accounts: Awaited<ReturnType<typeof openField>>

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  accounts = await openField(house)
  const { coder } = await house.addStaff('collection', { coder: 'analyst' })
  const { letters } = await mailLetters(house, accounts, 24)
  for (const [index, letter] of letters.slice(0, 12).entries()) {
    const one = await openLetter(house.collection, letter.code)
    await one.begin()
    await one.save(
      'end',
      {
        consent_main: 1,
        consent_quote: 1,
        good_open: `Frau Ostrop half uns ${index} Mal in Oelde, Telefon 02522 123456`,
        wish_open: `Mehr Betreuung am Nachmittag, Antwort ${index}`,
      },
      { completed: true },
    )
  }
  await house.command('collection', 'flush', 'anna', 'w1')
  const coding = await openCoding(house, { ...accounts, coder })
  await coding.readAll('wish_open')
  const theme = await coding.codeAll('wish_open')
  const quotes = '/v1/studies/anna/waves/w1/coding/wish_open/quotes'
  const { candidates } = await coding.analyst.ask<{ candidates: { id: string }[] }>('GET', quotes)
  await coding.coder.ask('POST', quotes, {
    answer: candidates[0]?.id,
    theme,
    role: 'voice',
    words: 'Mehr Betreuung am Nachmittag.',
    harmless: [],
  })
  // The other question waits to be read.
  await coding.manager.ask('PUT', '/v1/studies/anna/waves/w1/coding/good_open', {
    doubled: 20,
    quoteConsent: null,
    coders: (
      await coding.manager.ask<{ staff: { id: string }[] }>(
        'GET',
        '/v1/studies/anna/waves/w1/coding',
      )
    ).staff.map(({ id }) => id),
  })
  await coding.manager.ask('POST', '/v1/studies/anna/waves/w1/coding/good_open/drawing', {})
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const PAGES = [
  ['manager', ['/studio/coding', `${AT}/wish_open/themes`, `${AT}/wish_open/quotes`]],
  [
    'analyst',
    [
      '/studio/coding',
      `${AT}/wish_open/themes`,
      `${AT}/wish_open/tasks`,
      `${AT}/wish_open/agreement`,
      `${AT}/wish_open/quotes`,
    ],
  ],
] as const

describe.each(PAGES)('the pages of coding for the %s', (who, paths) => {
  it('please axe in both languages and fit from 320 px', async () => {
    const page = await signInOnPage(browser, `${house.collection}/studio/`, accounts[who])
    const complaints = complaintsOf(page)
    for (const language of ['Deutsch', 'English']) {
      for (const path of paths) {
        await page.goto(house.collection + path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await expectSound(page, `${path} in ${language}`)
      }
      await page.getByText('English', { exact: true }).first().click()
    }
    expect(complaints.filter((words) => !/40[134]|same versions/.test(words))).toEqual([])
    await page.context().close()
  })
})

describe('reading an answer', () => {
  it('works with the keyboard alone, and pleases axe with masks and own passages', async () => {
    const page = await signInOnPage(browser, `${house.collection}/studio/`, accounts.manager)
    await page.goto(`${house.collection}${AT}/good_open/reading`)
    await page.getByRole('button', { name: 'Nächste Antwort öffnen' }).press('Enter')
    const preview = page.locator('blockquote')
    await expect
      .poll(() => preview.innerText())
      .toMatch(/^\[Name\] half uns \d+ Mal in \[Ort\], Telefon \[Telefon\]$/)
    await expectSound(page, 'reading')
    const words = page.getByLabel('Wie geschrieben')
    await words.focus()
    const before = await words.inputValue()
    await page.keyboard.type('x')
    await page.keyboard.press('Delete')
    expect(await words.inputValue()).toBe(before)
    await page.keyboard.press('ControlOrMeta+Home')
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowRight')
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight')
    await page.getByLabel('Das ist').selectOption('third-person')
    await page.getByRole('button', { name: 'Auswahl verdecken' }).press('Enter')
    expect(await preview.innerText()).toContain('[Person]')
    await expectSound(page, 'reading with an own passage')
    await page.getByRole('button', { name: 'Durchlassen' }).press('Enter')
    await page.getByText('Durchgelassen.').waitFor()
    await page.context().close()
  })
})
