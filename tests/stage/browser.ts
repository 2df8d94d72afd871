import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Page } from 'playwright-core'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A real Chromium: the installed one, else the one that comes from npm (Linux, x64). */
export const openBrowser = async () => {
  const installed = INSTALLED.find(existsSync)
  return chromium.launch({
    executablePath: installed ?? (await sparticuz.executablePath()),
    // Not the npm package's own list: it switches web security and process isolation off.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-zygote',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    headless: true,
  })
}

/** What axe finds against WCAG 2.2 A and AA and its best practices, as short lines; none is the goal. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} at ${target.join(' ')}: ${html.slice(0, 160)}`),
  )
}

/** Everything the page's console complained about since the call, e.g. content that the policy blocked. */
export const complaintsOf = (page: Page) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
