import type { Browser, Page } from 'playwright-core'

/** Signs a member of staff in on the office's own page, in German. */
export const signInOnPage = async (
  browser: Browser,
  address: string,
  { email, password }: { email: string; password: string },
): Promise<Page> => {
  const context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor()
  return page
}

/** Opens a letter on a phone, up to the first page of the questionnaire. */
export const openOnPhone = async (
  browser: Browser,
  address: string,
  { width = 360, language = 'de-DE' }: { width?: number; language?: string } = {},
): Promise<Page> => {
  const context = await browser.newContext({ locale: language, viewport: { width, height: 740 } })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByRole('button', { name: 'Zu den Fragen' }).click()
  await page.getByRole('heading', { name: 'Willkommen' }).waitFor()
  return page
}

/** Takes the first choice of every question on screen that has choices. */
export const takeFirstChoices = async (page: Page) => {
  const groups = await page
    .locator('main input[type=radio]')
    .evaluateAll((inputs) => [...new Set(inputs.map((input) => (input as HTMLInputElement).name))])
  for (const name of groups) await page.locator(`main input[name="${name}"]`).first().check()
}

/**
 * Goes from page to page until the questionnaire thanks; `onPage` may answer what is on screen.
 * Pages on which something stays open are left without an answer, as people may.
 */
export const walkThrough = async (page: Page, onPage: (title: string) => Promise<void>) => {
  const thanks = page.getByText('Sie können diese Seite jetzt schließen', { exact: false })
  const leave = page.getByRole('button', { name: /^(Ohne Antwort weiter|Weiter|Absenden)$/ })
  for (let step = 0; step < 60; step++) {
    await leave.or(thanks).first().waitFor()
    if (await thanks.isVisible()) return
    const title = (await page.getByRole('heading', { level: 1 }).innerText()).trim()
    const skip = page.getByRole('button', { name: 'Ohne Antwort weiter' })
    if (await skip.isVisible()) {
      await skip.click()
    } else {
      await onPage(title)
      const next = page.getByRole('button', { name: /^(Weiter|Absenden)$/ })
      await next.click()
    }
    await page
      .waitForFunction(
        (before) =>
          document.querySelector('h1')?.textContent?.trim() !== before ||
          [...document.querySelectorAll('button')].some(
            (button) => button.textContent === 'Ohne Antwort weiter',
          ),
        title,
        { timeout: 10_000 },
      )
      .catch(() => undefined)
  }
  throw new Error('the questionnaire has no end')
}
