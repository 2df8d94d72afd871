import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { openBrowser } from '../stage/browser.ts'
import { freePort, openHouse } from '../stage/house.ts'
import { signInOnPage } from '../stage/pages.ts'
import { signIn } from '../stage/staff.ts'
import { bigInstrument } from './big-instrument.ts'

/**
 * How long the designer takes to show a questionnaire of 500 questions and an edit of it, beside survey-react-ui that
 * shows the same JSON and can do nothing else: built pages, a real Chromium, both from a warm cache, in turns.
 */
const instrument = bigInstrument()
const rounds = Number(process.argv[2] ?? 5)

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

/** The plain page, built as the studio is, from a server that does nothing but send files. */
const openPlain = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-plain-'))
  await build({
    root: join(import.meta.dirname, 'plain-survey'),
    base: './',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5_000 },
  })
  writeFileSync(join(folder, 'survey.json'), JSON.stringify(instrument.survey))
  const port = await freePort()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    const file = path === '/' ? '/index.html' : path
    try {
      const bytes = await readFile(join(folder, file))
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': file.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
      })
      response.end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  }).listen(port, '127.0.0.1')
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Load = {
  /** Milliseconds from asking for the address until the first question is painted. */
  readonly fromAddress: number
  /** The same from the moment the questionnaire's JSON and all scripts are there: what the drawing itself takes. */
  readonly fromAllThere: number
}

const loadOf = async (page: Page, url: string): Promise<Load> => {
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('[data-name="q1"]') === null) {
        requestAnimationFrame(look)
        return
      }
      const painted = new MessageChannel()
      painted.port1.onmessage = () => {
        ;(window as unknown as { paintedAt: number }).paintedAt = performance.now()
      }
      painted.port2.postMessage(0)
    }
    requestAnimationFrame(look)
  })
  await page.goto(url)
  await page.waitForFunction(() => 'paintedAt' in window, undefined, { timeout: 60_000 })
  return page.evaluate(() => {
    const { paintedAt } = window as unknown as { paintedAt: number }
    const needed = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ name, responseEnd }) =>
        responseEnd < paintedAt &&
        /\/(survey\.json|v1\/drafts\/big|assets\/(index|survey|editor)-[^/]+\.js)$/.test(name),
    )
    const ready = Math.max(...needed.map(({ responseEnd }) => responseEnd))
    return { fromAddress: paintedAt, fromAllThere: paintedAt - ready }
  })
}

type Act = {
  readonly on: string
  readonly event: 'click' | 'input' | readonly [key: string, modifiers?: 'alt' | 'ctrl']
  readonly text?: string
}

/** Milliseconds from an event until what it changed is painted; `shows` must hold afterwards. */
const editOf = (page: Page, act: Act, shows: string): Promise<number> =>
  page.evaluate(
    async ([{ on, event, text }, shows]) => {
      const target = document.querySelector<HTMLElement>(on)
      if (target === null) throw new Error(`nothing at ${on}`)
      if (typeof event !== 'string') target.focus()
      await new Promise((quiet) => setTimeout(quiet, 700))
      const began = performance.now()
      if (event === 'click') target.click()
      else if (event === 'input') {
        const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
        write?.call(target, text)
        target.dispatchEvent(new Event('input', { bubbles: true }))
      } else
        target.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: event[0],
            altKey: event[1] === 'alt',
            ctrlKey: event[1] === 'ctrl',
            bubbles: true,
            cancelable: true,
          }),
        )
      const painted = await new Promise<number>((done) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => done(performance.now())
          channel.port2.postMessage(0)
        }),
      )
      if (document.querySelector(shows) === null) throw new Error(`${shows} is not shown`)
      return painted - began
    },
    [act, shows] as const,
  )

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const rounded = (number: number) => Math.round(number * 100) / 100

const house = await openHouse()
const plain = await openPlain()
const browser = await openBrowser()
try {
  await house.addStudy()
  const { designer } = await house.addStaff('collection', { designer: 'designer' })
  const staff = await signIn(house.collection, designer)
  await staff.ask('PUT', '/v1/drafts/big', { revision: 0, instrument })
  const context = (await signInOnPage(browser, `${house.collection}/studio/`, designer)).context()
  const address = `${house.collection}/studio/instruments/big/edit`

  const loads: { designer: Load; plain: Load }[] = []
  for (let round = 0; round <= rounds; round++) {
    const page = await context.newPage()
    const theirs = await loadOf(page, plain.url)
    await page.close()
    const other = await context.newPage()
    const ours = await loadOf(other, address)
    await other.close()
    // The first round fills the caches.
    if (round > 0) loads.push({ designer: ours, plain: theirs })
  }

  const page = await context.newPage()
  await loadOf(page, address)
  const at = (place: number) => `[data-pointer="/pages/0/elements/${place}"].frame`
  await page.locator(at(0)).click({ position: { x: 200, y: 12 } })
  await page.locator(`${at(0)} .frame-tools`).waitFor()
  const edits: Record<string, number[]> = { typed: [], required: [], moved: [], added: [] }
  for (let round = 0; round < rounds; round++) {
    await page.evaluate((selector) => {
      const frame = document.querySelector<HTMLElement>(selector)
      frame?.focus()
      frame?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true }))
    }, at(0))
    const words = `Frage, Fassung ${round}`
    await page.locator('.text-editor').fill(words)
    edits.typed?.push(
      await editOf(
        page,
        { on: '.text-editor', event: ['Enter'] },
        `${at(0)}[aria-label*="${words}"]`,
      ),
    )
    edits.required?.push(
      await editOf(
        page,
        { on: `${at(0)} .frame-required input`, event: 'click' },
        `${at(0)} .frame-required input${round % 2 === 0 ? ':checked' : ':not(:checked)'}`,
      ),
    )
    edits.moved?.push(
      await editOf(
        page,
        { on: at(0), event: ['ArrowDown', 'alt'] },
        `${at(1)}[data-chosen="first"]`,
      ),
    )
    await editOf(page, { on: at(1), event: ['ArrowUp', 'alt'] }, `${at(0)}[data-chosen="first"]`)
    edits.added?.push(
      await editOf(page, { on: at(0), event: ['d', 'ctrl'] }, `${at(1)}[data-chosen="first"]`),
    )
    await editOf(page, { on: at(1), event: ['z', 'ctrl'] }, `${at(0)}[data-chosen="first"]`)
  }
  const compared = (from: keyof Load) => {
    const ours = median(loads.map(({ designer }) => designer[from]))
    const theirs = median(loads.map(({ plain }) => plain[from]))
    return { designer: rounded(ours), plain: rounded(theirs), ratio: rounded(ours / theirs) }
  }
  process.stdout.write(
    `${JSON.stringify({
      questions: 500,
      rounds,
      loadMs: compared('fromAddress'),
      drawMs: compared('fromAllThere'),
      editMs: Object.fromEntries(
        Object.entries(edits).map(([name, all]) => [name, rounded(median(all))]),
      ),
    })}\n`,
  )
} finally {
  await browser.close()
  await house.close()
  plain.close()
}
