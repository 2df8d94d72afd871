import { loadavg } from 'node:os'
import { openBrowser } from '../stage/browser.ts'
import { openHouse } from '../stage/house.ts'
import { signInOnPage } from '../stage/pages.ts'
import { signIn } from '../stage/staff.ts'
import { bigInstrument } from './big-instrument.ts'

/**
 * How long the preview of a changed questionnaire of 500 questions takes, from the click on its tab until the respondents'
 * page in the frame has painted its first question: built pages, a real Chromium. The room was open before, so the page is
 * there; the questionnaire is changed and made anew each time. The aim is 300 ms.
 */
const rounds = Number(process.argv[2] ?? 9)

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
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await rooms.getByRole('tab', { name: 'Aufbau und Texte' }).click()
    await page.locator(FIRST).click({ position: { x: 200, y: 12 } })
    await page.locator(`${FIRST} .frame-required input`).click()
    await page.waitForTimeout(1_500)
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(
              ({ textContent }) => textContent === 'Ausprobieren',
            )
            const shown = () =>
              document.querySelector<HTMLIFrameElement>('.preview-screen')?.contentDocument
            const before = shown()?.querySelector('[data-name="q1"]')
            const began = performance.now()
            tab?.click()
            const look = () => {
              const now = shown()?.querySelector('[data-name="q1"]:not([hidden] *)') ?? null
              if (now === null || now === before) {
                requestAnimationFrame(look)
                return
              }
              const painted = new MessageChannel()
              painted.port1.onmessage = () => done(performance.now() - began)
              painted.port2.postMessage(0)
            }
            look()
          }),
      ),
    )
    await page.waitForTimeout(1_000)
  }
  const sorted = times.toSorted((one, other) => one - other).map(Math.round)
  process.stdout.write(
    `${JSON.stringify({
      questions: 500,
      rounds,
      previewMs: {
        median: sorted[Math.floor(sorted.length / 2)],
        fastest: sorted[0],
        slowest: sorted.at(-1),
      },
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    })}\n`,
  )
} finally {
  await browser.close()
  await house.close()
}
