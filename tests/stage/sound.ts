import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFindings } from './browser.ts'

/** A small phone, a common phone, a desk. */
const WIDTHS = [320, 360, 1280] as const

/** What axe finds and whether page or dialog scroll sideways, at each width; `where` begins each line. */
export const unsound = async (page: Page, where: string): Promise<readonly string[]> => {
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await page.waitForLoadState('load')
    await page.locator('progress:not([value])').first().waitFor({ state: 'detached' })
    await page
      .waitForFunction(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        undefined,
        { timeout: 2_000 },
      )
      .catch(() => undefined)
    for (const finding of await axeFindings(page)) found.push(`${where}, ${width} px: ${finding}`)
    const overflow = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('dialog[open]')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    )
    for (const wider of overflow.filter((pixels) => pixels > 0))
      found.push(`${where}, ${width} px: ${wider} px wider than its place`)
  }
  return found
}

/** Nothing for axe, and nothing to scroll sideways, at each width. */
export const expectSound = async (page: Page, where: string) =>
  expect(await unsound(page, where)).toEqual([])
