import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, openBrowser } from '../stage/browser.ts'
import { mailLetters, openField } from '../stage/field.ts'
import { type House, openHouse } from '../stage/house.ts'
import { openOnPhone, signInOnPage } from '../stage/pages.ts'
import { expectSound } from '../stage/sound.ts'

let house: House
let browser: Browser
let accounts: Awaited<ReturnType<typeof openField>>
let codes: readonly string[]

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  accounts = await openField(house)
  const { letters } = await mailLetters(house, accounts, 20)
  codes = letters.map(({ code }) => code.replaceAll('-', ''))
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const STAFF_PAGES = [
  [
    'clerk',
    'vault',
    '/',
    [
      '',
      'studies/anna/addresses',
      'studies/anna/mailings',
      'studies/anna/cases',
      'studies/anna/returns',
      'studies/anna/feedback',
    ],
  ],
  ['trustLead', 'vault', '/', ['studies/anna/mailings']],
  [
    'designer',
    'collection',
    '/studio/',
    ['instruments', 'instruments/main', 'instruments/main/edit'],
  ],
  ['field', 'collection', '/studio/', ['fieldwork']],
  ['manager', 'collection', '/studio/', ['freezes', 'reports']],
  ['lead', 'collection', '/studio/', ['reports', 'nowhere']],
] as const

describe.each(STAFF_PAGES)('the pages of the %s', (who, office, base, paths) => {
  it('please axe in both languages and fit from 320 px', async () => {
    const page = await signInOnPage(browser, house[office] + base, accounts[who])
    const complaints = complaintsOf(page)
    for (const language of ['Deutsch', 'English']) {
      for (const path of paths) {
        await page.goto(house[office] + base + path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await expectSound(page, `${office}${base}${path} in ${language}`)
      }
      await page.getByText('English', { exact: true }).first().click()
    }
    expect(complaints.filter((words) => !/40[134]|same versions/.test(words))).toEqual([])
    await page.context().close()
  })
})

describe('sign-in', () => {
  it.each(['collection', 'vault'] as const)('at the %s pleases axe', async (office) => {
    const page = await (await browser.newContext({ locale: 'de-DE' })).newPage()
    await page.goto(`${house[office]}${office === 'vault' ? '/' : '/studio/'}`)
    await page.locator('input[type=password]').waitFor()
    await expectSound(page, `sign-in at the ${office}`)
    await page.context().close()
  })
})

describe('what households see', () => {
  it('pleases axe on every page, in German and English', async () => {
    for (const [language, index] of [
      ['de-DE', 0],
      ['en-GB', 1],
    ] as const) {
      const context = await browser.newContext({ locale: language })
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await page.goto(`${house.collection}/anna`)
      await expectSound(page, 'the start')
      await page.getByRole('textbox').fill('7K3M-9QXT-4C2')
      await page.getByRole('button', { name: /^(Weiter|Continue|Next)$/ }).click()
      await expectSound(page, 'the start with a typo')
      await page.goto('about:blank')
      await page.goto(`${house.collection}/anna#${codes[index]}`)
      await page.getByRole('button', { name: /^(Weiter|Continue|Next)$/ }).click()
      const begin = page.getByRole('button', { name: /^(Zu den Fragen|To the questions|Start.*)$/ })
      await begin.waitFor()
      await expectSound(page, 'the information')
      await begin.click()
      for (let step = 0; step < 40; step++) {
        const next = page.getByRole('button', {
          name: /^(Weiter|Absenden|Continue|Next|Send|Submit)$/,
        })
        const skip = page.getByRole('button', {
          name: /^(Ohne Antwort weiter|.*without.*answer.*)$/i,
        })
        const consent = page.getByRole('radio', { name: /^(Ja, ich mache mit|Yes, I take part)$/ })
        await page.getByRole('heading', { level: 1 }).waitFor()
        if (await skip.isVisible()) await skip.click()
        else {
          const title = await page.getByRole('heading', { level: 1 }).innerText()
          await expectSound(page, `${title} (${language})`)
          if (!(await next.isVisible())) break
          if (await consent.isVisible()) await consent.check()
          const children = page.getByRole('spinbutton', { name: /Kinder|children/ })
          if (await children.isVisible()) await children.fill('1')
          await next.click()
        }
        await page.waitForTimeout(250)
      }
      await page
        .getByText(/Vielen Dank!|Thank you/)
        .first()
        .waitFor()
      expect(complaints.filter((words) => !/same versions/.test(words))).toEqual([])
      await context.close()
    }
  }, 600_000)

  it('leaves nothing on the device and asks one host only', async () => {
    const page = await openOnPhone(browser, `${house.collection}/anna#${codes[2]}`)
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('radio', { name: 'Ja, ich mache mit' }).check()
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByText('gespeichert').first().waitFor()
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
    }))
    expect(kept).toEqual({ local: 0, session: 0, databases: 0 })
    expect([...hosts]).toEqual([new URL(house.collection).host])
    await page.context().close()
  })

  it('can be answered from the first to the last page with the keyboard alone', async () => {
    const page = await openOnPhone(browser, `${house.collection}/anna#${codes[3]}`, { width: 1280 })
    const press = (key: string) => page.keyboard.press(key)
    const focused = () =>
      page.evaluate(() => {
        const { tagName, type, textContent, name } = document.activeElement as HTMLInputElement
        return { tag: tagName, type, text: textContent?.trim() ?? '', name }
      })
    /** Tabs forward until something is focused that answers, or a button of that name. */
    const tabTo = async (wanted: (at: Awaited<ReturnType<typeof focused>>) => boolean) => {
      for (let tabs = 0; tabs < 120; tabs++) {
        if (wanted(await focused())) return true
        await press('Tab')
      }
      return false
    }
    let answered = 0
    for (let step = 0; step < 40; step++) {
      const done = page.getByText('Sie können diese Seite jetzt schließen', { exact: false })
      if (await done.isVisible()) break
      await page.waitForTimeout(250)
      await page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())
      const groups = new Set<string>()
      for (let tabs = 0; tabs < 150; tabs++) {
        await press('Tab')
        const at = await focused()
        if (at.tag === 'INPUT' && at.type === 'radio' && !groups.has(at.name)) {
          groups.add(at.name)
          await press('Space')
          answered += 1
        } else if (at.tag === 'INPUT' && at.type === 'number') {
          await page.keyboard.type('1')
          answered += 1
        } else if (at.tag === 'BUTTON' && /^(Weiter|Absenden|Ohne Antwort weiter)$/.test(at.text)) {
          await press('Enter')
          break
        }
      }
      if (await page.getByRole('button', { name: 'Ohne Antwort weiter' }).isVisible()) {
        await tabTo(({ text }) => text === 'Ohne Antwort weiter')
        await press('Enter')
      }
    }
    await page.getByText('Sie können diese Seite jetzt schließen', { exact: false }).waitFor()
    expect(answered).toBeGreaterThan(40)
    await page.context().close()
  })
})
