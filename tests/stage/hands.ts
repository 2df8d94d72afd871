import type { Locator, Page } from 'playwright-core'

/**
 * Seconds of the keystroke-level model: a key for an average typist, pointing, pressing a mouse button, a hand that goes from
 * mouse to keyboard or back, and a moment of thought.
 * @see Card, Moran & Newell (1980), https://doi.org/10.1145/358886.358895
 */
export const SECONDS = { key: 0.28, point: 1.1, button: 0.2, hand: 0.4, thought: 1.35 } as const

/** Two hands on one page, with everything they do counted. */
export const handsOn = (page: Page) => {
  const count = { keys: 0, clicks: 0, homings: 0, thoughts: 0 }
  let at: 'mouse' | 'keyboard' = 'mouse'
  const goTo = (where: typeof at) => {
    if (at !== where) count.homings += 1
    at = where
  }
  return {
    count,
    /** A decision: what comes next is not the end of what was begun. */
    think: () => {
      count.thoughts += 1
    },
    click: async (target: Locator) => {
      goTo('mouse')
      count.clicks += 1
      await target.click()
    },
    /** Opens a native list and takes an entry. */
    choose: async (target: Locator, choice: string | RegExp) => {
      goTo('mouse')
      count.clicks += 2
      const value = await target
        .locator('option')
        .filter({ hasText: choice })
        .first()
        .getAttribute('value')
      await target.selectOption(value)
    },
    type: async (text: string) => {
      goTo('keyboard')
      count.keys += text.length
      await page.keyboard.type(text)
    },
    /** `Control+Enter` is two keys. */
    press: async (...keys: readonly string[]) => {
      goTo('keyboard')
      for (const key of keys) {
        count.keys += key === '+' ? 1 : key.split('+').length
        await page.keyboard.press(key)
      }
    },
  }
}
export type Hands = ReturnType<typeof handsOn>

/** What a person would take for all of it. */
export const secondsOf = (count: Hands['count']): number =>
  count.keys * SECONDS.key +
  count.clicks * (SECONDS.point + SECONDS.button) +
  count.homings * SECONDS.hand +
  count.thoughts * SECONDS.thought
