import { loadavg } from 'node:os'
import { openBrowser } from '../stage/browser.ts'
import { openHouse } from '../stage/house.ts'
import { signInOnPage } from '../stage/pages.ts'
import { signIn } from '../stage/staff.ts'
import { bigInstrument } from './big-instrument.ts'

/**
 * How long the preview of a changed questionnaire of 500 questions takes, from the click on its tab until the respondents'
 * page in the frame has painted the changed question: built pages, a real Chromium. The room was open before, so the page
 * is there. `atOnce`: the click follows the edit immediately; `afterPause`: two seconds later, as when somebody reads over
 * what was written. The aim is 300 ms.
 */
const rounds = Number(process.argv[2] ?? 9)

type Pause = 'atOnce' | 'afterPause'
const PAUSES: Readonly<Record<Pause, number>> = { atOnce: 0, afterPause: 2_000 }
const FIRST = '[data-pointer="/pages/0/elements/0"].frame'

const house = await openHouse()
const browser = await openBrowser()
try {
  await house.addStudy()
  const { designer } = await house.addStaff('collection', { designer: 'designer' })
  const staff = await signIn(house.collection, designer)
  await staff.ask('PUT', '/v1/drafts/big', { revision: 0, instrument: bigInstrument() })
  const page = await signInOnPage(browser, `${house.collection}/studio/`, designer)
  await page.goto(`${house.collection}/studio/instruments/big/edit`)
  const rooms = page.getByRole('tablist', { name: 'Bereiche des Editors' })
  await rooms.getByRole('tab', { name: 'Ausprobieren' }).click()
  await page.frameLocator('.preview-screen').locator('[data-name="q1"]').waitFor()
  const times: Record<Pause, number[]> = { atOnce: [], afterPause: [] }
  for (let round = 0; round < 2 * rounds; round++) {
    const pause: Pause = round % 2 === 0 ? 'atOnce' : 'afterPause'
    const words = `Frage, Fassung ${round}`
    await rooms.getByRole('tab', { name: 'Aufbau und Texte' }).click()
    await page.locator(FIRST).click({ position: { x: 200, y: 12 } })
    await page.locator(FIRST).press('F2')
    await page.locator('.text-editor').fill(words)
    await page.locator('.text-editor').press('Enter')
    await page.waitForTimeout(PAUSES[pause])
    times[pause].push(
      await page.evaluate(
        (words) =>
          new Promise<number>((done) => {
            const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(
              ({ textContent }) => textContent === 'Ausprobieren',
            )
            const began = performance.now()
            tab?.click()
            const look = () => {
              const question = document
                .querySelector<HTMLIFrameElement>('.preview-screen')
                ?.contentDocument?.querySelector('[data-name="q1"]')
              const isShown =
                question?.textContent?.includes(words) === true &&
                question.getBoundingClientRect().height > 0
              if (!isShown) {
                requestAnimationFrame(look)
                return
              }
              const painted = new MessageChannel()
              painted.port1.onmessage = () => done(performance.now() - began)
              painted.port2.postMessage(0)
            }
            requestAnimationFrame(look)
          }),
        words,
      ),
    )
    await page.waitForTimeout(1_000)
  }
  const summary = (all: readonly number[]) => {
    const sorted = all.toSorted((one, other) => one - other).map(Math.round)
    return {
      median: sorted[Math.floor(sorted.length / 2)],
      fastest: sorted[0],
      slowest: sorted.at(-1),
    }
  }
  process.stdout.write(
    `${JSON.stringify({
      questions: 500,
      rounds,
      previewMs: { atOnce: summary(times.atOnce), afterPause: summary(times.afterPause) },
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    })}\n`,
  )
} finally {
  await browser.close()
  await house.close()
}
