import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, openBrowser } from '../stage/browser.ts'
import { type Hands, handsOn, secondsOf } from '../stage/hands.ts'
import { type House, openHouse } from '../stage/house.ts'
import { type Staff, signIn } from '../stage/staff.ts'

let house: House
let browser: Browser
let designer: Staff
let second: Staff

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  await house.addStudy()
  const accounts = await house.addStaff('collection', { designer: 'designer', second: 'designer' })
  designer = await signIn(house.collection, accounts.designer)
  second = await signIn(house.collection, accounts.second)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const openPage = async (staff: Staff, locale: string, path: string) => {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } })
  await context.addCookies(staff.cookies())
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${house.collection}/studio/${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** Ten items of eight types: title and choices, and what they are called in the other language. */
const ITEMS = [
  { kind: 'radiogroup', de: ['Lesen Sie gern?', 'ja', 'nein'], en: ['Like reading?', 'yes', 'no'] },
  { kind: 'boolean', de: ['Haben Sie Kinder?'], en: ['Any children?'] },
  { kind: 'number', de: ['Wie viele?'], en: ['How many?'] },
  { kind: 'rating', de: ['Wie froh sind Sie?'], en: ['How happy?'] },
  { kind: 'again', de: ['Wie gesund?'], en: ['How healthy?'] },
  {
    kind: 'checkbox',
    de: ['Was hilft?', 'Rat', 'Geld', 'Zeit'],
    en: ['What helps?', 'advice', 'money', 'time'],
  },
  { kind: 'dropdown', de: ['Wo wohnen Sie?', 'Stadt', 'Land'], en: ['Where?', 'town', 'village'] },
  { kind: 'comment', de: ['Was fehlt Ihnen?'], en: ['What is missing?'] },
  { kind: 'text', de: ['Ihr Beruf?'], en: ['Your trade?'] },
  { kind: 'boolean', de: ['Noch etwas?'], en: ['Anything else?'] },
] as const

const WORDS = {
  de: {
    begin: 'Neuer Fragebogen',
    kinds: {
      radiogroup: 'Eine Antwort',
      boolean: 'Ja oder Nein',
      number: 'Zahl',
      rating: 'Skala',
      checkbox: 'Mehrere Antworten',
      dropdown: 'Auswahlliste',
      comment: 'Langer Text',
      text: 'Kurzer Text',
    },
    ready: 'Vor der Veröffentlichung',
    purpose: 'Wozu werden sie gefragt?',
    why: 'Planung',
    logic: 'Logik',
    rule: 'Regel anlegen',
    about: 'Worum geht es?',
    show: 'Zeigen, wenn …',
    field: '1. Bedingung: Frage',
    value: '1. Bedingung: Wert',
    yes: 'Ja',
    texts: 'Texte und Sprachen',
    language: 'Weitere Sprache',
    other: 'Englisch',
    add: 'Sprache hinzufügen',
    reviewed: 'Sprache als geprüft führen',
    offer: 'Englisch anbieten',
    propose: 'Vorschlagen …',
    note: 'Ein Wort an die zweite Person',
    proposeNow: 'Vorschlagen',
    proposed: 'Vorgeschlagen',
    publish: 'Veröffentlichen',
    done: 'ist veröffentlicht',
  },
  en: {
    begin: 'New questionnaire',
    kinds: {
      radiogroup: 'Single choice',
      boolean: 'Yes or no',
      number: 'Number',
      rating: 'Rating',
      checkbox: 'Multiple choice',
      dropdown: 'Drop-down list',
      comment: 'Long text',
      text: 'Short text',
    },
    ready: 'Before publication',
    purpose: 'What are they asked for?',
    why: 'planning',
    logic: 'Logic',
    rule: 'Add a rule',
    about: 'What is it about?',
    show: 'Show if …',
    field: 'Condition 1: question',
    yes: 'Yes',
    value: 'Condition 1: value',
    texts: 'Texts and languages',
    language: 'Another language',
    other: 'German',
    add: 'Add language',
    reviewed: 'Call the language reviewed',
    offer: 'Offer German',
    propose: 'Propose …',
    note: 'A word to the second person',
    proposeNow: 'Propose',
    proposed: 'Proposed',
    publish: 'Publish',
    done: 'is published',
  },
} as const

/** How something is reached: with the mouse, or with the keyboard alone. */
type Way = {
  readonly act: (target: Locator) => Promise<void>
  readonly choose: (target: Locator, choice: string) => Promise<void>
  readonly kind: (name: string) => Promise<void>
}

const mouseWay = (page: Page, hands: Hands): Way => ({
  act: hands.click,
  choose: hands.choose,
  kind: async (name) => {
    await hands.click(page.locator('.toolbox').getByRole('button', { name, exact: true }))
  },
})

const keyWay = (page: Page, hands: Hands): Way => {
  const reach = async (target: Locator) => {
    await target.waitFor()
    const isAhead = await target.evaluate(
      (element) =>
        document.activeElement === document.body ||
        (document.activeElement?.compareDocumentPosition(element) ?? 0) &
          Node.DOCUMENT_POSITION_FOLLOWING,
    )
    for (let step = 0; step < 250; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await hands.press(isAhead ? 'Tab' : 'Shift+Tab')
    }
    throw new Error(`the focus never came to ${target}`)
  }
  return {
    act: async (target) => {
      const role = await target.evaluate(
        (element) => element.getAttribute('role') ?? element.tagName,
      )
      if (role === 'tab') {
        await reach(page.locator('.editor > .ui-tabs > .ui-tablist [aria-selected="true"]'))
        for (let step = 0; step < 12; step++) {
          if (await target.evaluate((element) => element === document.activeElement)) return
          await hands.press('ArrowRight')
        }
        throw new Error(`the arrows never came to ${target}`)
      }
      await reach(target)
      if (role === 'INPUT' || role === 'TEXTAREA') return
      await hands.press('Enter')
    },
    choose: async (target, choice) => {
      await reach(target)
      const steps = await target.evaluate((element, wanted) => {
        const { options, selectedIndex } = element as HTMLSelectElement
        const at = [...options].findIndex(({ text }) => text.startsWith(wanted))
        return at - selectedIndex
      }, choice)
      for (let step = 0; step < Math.abs(steps); step++)
        await hands.press(steps > 0 ? 'ArrowDown' : 'ArrowUp')
    },
    kind: async (name) => {
      await hands.press('Escape', 'Insert')
      await page.locator('#toolbox-search:focus').waitFor()
      await hands.type(name.toLowerCase())
      await hands.press('Enter')
    },
  }
}

/** From the list of questionnaires to a proposal; gives the name the questionnaire was given. */
const makeSurvey = async (page: Page, hands: Hands, way: Way, language: 'de' | 'en') => {
  const words = WORDS[language]
  const other = language === 'de' ? 'en' : 'de'
  hands.think()
  await way.act(page.getByRole('button', { name: words.begin }))
  await hands.type(language === 'de' ? 'Freizeit' : 'Leisure')
  await hands.press('Enter')
  await page.locator('.empty-page').waitFor()
  expect(await axeFindings(page), 'the empty questionnaire').toEqual([])

  for (const [place, { kind, ...texts }] of ITEMS.entries()) {
    hands.think()
    if (place === 0)
      await way.act(
        page.locator('.empty-page').getByRole('button', { name: words.kinds.radiogroup }),
      )
    else if (kind === 'again') await hands.press('Control+Enter')
    else await way.kind(words.kinds[kind])
    await page.locator('textarea.text-editor').waitFor()
    hands.think()
    for (const text of texts[language]) {
      await hands.type(text)
      await hands.press('Enter')
    }
  }
  expect(await axeFindings(page), 'ten questions').toEqual([])

  hands.think()
  await way.act(page.locator('.ready-panel > summary'))
  await way.act(page.getByLabel(words.purpose))
  hands.think()
  await hands.type(words.why)
  await hands.press('Enter')

  hands.think()
  await way.act(page.getByRole('tab', { name: words.logic, exact: true }))
  await way.act(page.getByRole('button', { name: words.rule }))
  hands.think()
  await way.choose(page.getByLabel(words.about), ITEMS[2][language][0])
  await way.act(page.getByRole('button', { name: words.show, exact: true }))
  hands.think()
  await way.choose(page.getByLabel(words.field), ITEMS[1][language][0])
  await way.choose(page.getByLabel(words.value), words.yes)

  hands.think()
  await way.act(page.getByRole('tab', { name: words.texts, exact: true }))
  await way.choose(page.getByLabel(words.language), words.other)
  await way.act(page.getByRole('button', { name: words.add }))
  const units = page.locator('textarea[data-unit]')
  const known = new Map<string, string>([
    ['Freizeit', 'Leisure'],
    ['Leisure', 'Freizeit'],
  ])
  for (const item of ITEMS)
    for (const [place, text] of item[language].entries()) known.set(text, item[other][place] ?? '')
  await way.act(units.first())
  for (let unit = 0; unit < known.size + 5; unit++) {
    const row = page.locator('.unit-row:focus-within')
    const source = (await row.locator('.unit-words').innerText()).trim()
    const key = await row.locator('textarea').getAttribute('data-unit')
    hands.think()
    await hands.type(known.get(source) ?? '')
    await hands.press('Control+Enter')
    await page.waitForTimeout(50)
    if ((await page.locator('textarea[data-unit]:focus').getAttribute('data-unit')) === key) break
  }
  hands.think()
  await way.act(page.getByRole('button', { name: words.reviewed }))
  await way.act(page.getByRole('button', { name: words.offer }))
  expect(await axeFindings(page), 'the translation').toEqual([])

  hands.think()
  await way.act(page.getByRole('button', { name: words.propose, exact: true }))
  await way.act(page.getByLabel(words.note))
  await hands.type(language === 'de' ? 'Bitte ansehen' : 'Please look')
  expect(await axeFindings(page), 'the proposal').toEqual([])
  await way.act(page.getByRole('button', { name: words.proposeNow, exact: true }))
  await page.getByText(words.proposed, { exact: true }).waitFor()
  return new URL(page.url()).pathname.split('/').at(-2) as string
}

type Published = {
  readonly instrument: {
    readonly languages: readonly {
      readonly tag: string
      readonly live: boolean
      readonly status: string
    }[]
    readonly survey: { readonly pages: readonly { readonly elements: readonly Element[] }[] }
  }
}
type Element = { readonly type: string; readonly title: unknown; readonly visibleIf?: string }

/** What one run did and made. */
const run = async (language: 'de' | 'en', wayOf: typeof mouseWay) => {
  const words = WORDS[language]
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  const page = await openPage(designer, locale, 'instruments')
  const hands = handsOn(page)
  const name = await makeSurvey(page, hands, wayOf(page, hands), language)
  await page.context().close()
  const reader = await openPage(second, locale, `instruments/${name}`)
  const reading = handsOn(reader)
  const way = wayOf(reader, reading)
  reading.think()
  await way.act(reader.getByRole('button', { name: words.publish }))
  reading.think()
  await way.act(reader.getByRole('dialog').getByRole('button', { name: words.publish }))
  await reader.getByText(words.done).waitFor()
  expect(await axeFindings(reader), 'the published version').toEqual([])
  await reader.context().close()
  const count = {
    keys: hands.count.keys + reading.count.keys,
    clicks: hands.count.clicks + reading.count.clicks,
    homings: hands.count.homings + reading.count.homings,
    thoughts: hands.count.thoughts + reading.count.thoughts,
  }
  const { instrument } = await second.ask<Published>('GET', `/v1/instruments/${name}@1.0.0`)
  return { count, instrument }
}

describe('somebody who has never seen the studio', () => {
  it.each([
    ['de', 'with the mouse, in German', mouseWay],
    ['en', 'with the keyboard alone, in English', keyWay],
  ] as const)(
    'publishes ten items, a rule and two languages (%s): %s',
    async (language, how, way) => {
      const { count, instrument } = await run(language, way)
      const seconds = secondsOf(count)
      console.log(
        `${how}: ${count.keys} keys, ${count.clicks} clicks, ${count.homings} changes of hand, ${count.thoughts} decisions; about ${Math.round(seconds)} s by the keystroke-level model`,
      )
      const elements = instrument.survey.pages.flatMap((page) => page.elements)
      expect(elements).toHaveLength(10)
      expect(new Set(elements.map(({ type }) => type)).size).toBeGreaterThanOrEqual(5)
      expect(elements.filter(({ visibleIf }) => visibleIf !== undefined)).toHaveLength(1)
      expect(instrument.languages).toHaveLength(2)
      expect(instrument.languages.every(({ live }) => live)).toBe(true)
      expect(elements[0]?.title).toEqual(
        language === 'de'
          ? { default: 'Lesen Sie gern?', en: 'Like reading?' }
          : { default: 'Like reading?', de: 'Lesen Sie gern?' },
      )
      if (language === 'de') expect(seconds).toBeLessThan(300)
    },
  )
})
