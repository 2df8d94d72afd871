import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulator } from '@echolot/routing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../stage/browser.ts'
import { MAIN, openField } from '../stage/field.ts'
import { type House, openHouse } from '../stage/house.ts'
import { openLetter } from '../stage/household.ts'
import { addressFile, readLetters } from '../stage/letters.ts'
import { openOnPhone, signInOnPage, takeFirstChoices, walkThrough } from '../stage/pages.ts'

const LETTERS = 30
const OTHERS = 12

let house: House
let browser: Browser
let desk: string

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  desk = mkdtempSync(join(tmpdir(), 'echolot-desk-'))
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
  if (desk) rmSync(desk, { recursive: true, force: true })
})

it('walks from the address file to the number in the report of the project lead', async () => {
  const accounts = await openField(house)

  // A clerk drops the address file, looks at what was found and takes the addresses in.
  const clerk = await signInOnPage(browser, house.vault, accounts.clerk)
  const file = join(desk, 'adressen.csv')
  writeFileSync(file, `\uFEFF${addressFile(LETTERS)}`)
  await clerk.goto(`${house.vault}/studies/anna/addresses`)
  await clerk.locator('input[type=file]').setInputFiles(file)
  await clerk.getByText('adressen.csv: utf-8, getrennt durch Semikolon').waitFor()
  await clerk.getByRole('button', { name: `${LETTERS} Personen aufnehmen` }).click()
  const question = clerk.getByRole('dialog')
  await question.getByRole('button', { name: /aufnehmen/i }).click()
  await clerk.getByText(`${LETTERS} Personen sind aufgenommen`).waitFor()

  // The clerk orders letters, the lead agrees, the clerk fetches them once.
  await clerk.goto(`${house.vault}/studies/anna/mailings`)
  await clerk.getByRole('button', { name: 'Sendung bestellen' }).click()
  await clerk.getByText('wartet auf Freigabe').waitFor()
  const lead = await signInOnPage(browser, house.vault, accounts.trustLead)
  await lead.goto(`${house.vault}/studies/anna/mailings`)
  await lead.getByRole('button', { name: 'Freigeben' }).click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click()
  await clerk.getByRole('button', { name: 'Briefe herunterladen …' }).click({ timeout: 60_000 })
  await clerk.getByLabel('Ich habe Drucker und Speicherort bereit.').check()
  const download = clerk.waitForEvent('download')
  await clerk.getByRole('button', { name: 'Einmal herunterladen' }).click()
  const letters = join(desk, 'briefe.pdf')
  await (await download).saveAs(letters)
  const [own, ...others] = (await readLetters(new Uint8Array(readFileSync(letters)))).map(
    ({ code }) => code,
  )
  expect(others).toHaveLength(LETTERS - 1)

  // A household opens its letter on a phone and answers; the code is gone from the address bar.
  const phone = await openOnPhone(browser, `${house.collection}/anna#${own?.replaceAll('-', '')}`)
  expect(phone.url()).toBe(`${house.collection}/anna`)
  await walkThrough(phone, async (title) => {
    await takeFirstChoices(phone)
    if (title === 'Wer bei Ihnen wohnt')
      await phone.getByRole('spinbutton', { name: /Wie viele Kinder/ }).fill('3')
    if (title === 'Ihre Arbeit')
      await phone.getByRole('spinbutton', { name: /möchten Sie in einer Woche/ }).fill('37')
  })
  const walkOf = simulator(MAIN, { seed: 11 })
  for (const [index, code] of others.slice(0, OTHERS).entries()) {
    const household = await openLetter(house.collection, code)
    await household.begin()
    const { answers, shown } = walkOf(index)
    expect(
      (await household.save('end', answers, { completed: true, shown: [...shown] })).status,
    ).toBe(200)
  }
  await house.command('collection', 'flush', 'anna', 'w1')

  // The data manager freezes; the answer stands in the freeze, and no name does.
  const manager = await signInOnPage(browser, `${house.collection}/studio/`, accounts.manager)
  await manager.goto(`${house.collection}/studio/freezes`)
  await manager.getByRole('button', { name: 'Datenschnitt machen' }).click()
  await manager
    .getByText(`${OTHERS + 1} Zeilen`, { exact: false })
    .first()
    .waitFor()
  const freeze = join(
    house.data,
    'collection/freezes',
    (await manager.getByRole('rowheader').first().innerText()).trim(),
  )
  const rows = readFileSync(join(freeze, 'responses.csv'), 'utf8').trim().split(/\r?\n/)
  const columns = rows[0]?.split(',') ?? []
  const cell = (row: string, column: string) => row.split(',')[columns.indexOf(column)]
  const mine = rows.filter((row) => cell(row, 'emp_hours_want') === '37')
  expect(mine).toHaveLength(1)
  expect(cell(mine[0] as string, 'hh_children_n')).toBe('3')
  expect(rows.join('')).not.toContain('Musterfrau')
  await house.command('freeze', 'verify', freeze)

  // The analyst runs the plan and hands the report in, the manager releases it.
  const report = join(desk, 'report')
  await house.command(
    'analyse',
    '--data',
    freeze,
    '--plan',
    'surveys/anna/plan.json',
    '--out',
    report,
  )
  const analyst = await signInOnPage(browser, `${house.collection}/studio/`, accounts.analyst)
  await analyst.goto(`${house.collection}/studio/reports`)
  await analyst.getByRole('button', { name: 'Bericht einreichen' }).click()
  await analyst
    .locator('input[type=file]')
    .last()
    .setInputFiles(
      ['report.de.json', 'results.json', 'disclosure.json'].map((name) => join(report, name)),
    )
  await analyst.getByRole('button', { name: 'Einreichen' }).click()
  await analyst.getByText('Der Bericht ist eingereicht', { exact: false }).waitFor()
  await analyst.getByRole('link', { name: /^Was Familien/ }).click()
  await analyst.getByRole('link', { name: 'Schreiben' }).click()
  await analyst.getByRole('button', { name: 'Blatt für Familien' }).click()
  for (const level of ['Einfache Sprache', 'Leichte Sprache'])
    for (const [part, text] of [
      ['Titel', 'Danke'],
      ['Einleitung', 'Sie haben geantwortet.'],
      ['Das haben Sie gesagt', 'Betreuung fehlt.'],
      ['Das passiert jetzt', 'Wir sprechen mit dem Kreis.'],
      ['Wen man fragen kann', 'Universität (erfunden)'],
    ] as const)
      await analyst.getByLabel(`${level}: ${part} (Deutsch)`, { exact: true }).fill(text)
  const saving = analyst.locator('.edition-save')
  await saving
    .getByText(/^(noch nicht gesichert|wird gesichert)$/)
    .first()
    .waitFor()
  await saving.getByText(/^(noch nicht gesichert|wird gesichert)$/).waitFor({ state: 'detached' })
  await analyst.getByRole('link', { name: 'Zum Bericht' }).click()
  await analyst.getByRole('button', { name: 'Zur Kommentierung geben' }).click()
  await analyst.getByRole('dialog').getByRole('button', { name: 'Zur Kommentierung geben' }).click()
  await analyst.getByText('zur Kommentierung', { exact: true }).first().waitFor()
  await manager.goto(`${house.collection}/studio/reports`)
  await manager.getByRole('link', { name: /^Was Familien/ }).click()
  await manager.getByRole('button', { name: 'Freigeben' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Freigeben' }).click()
  await manager.getByText('freigegeben', { exact: true }).first().waitFor()

  // The project lead reads it: thirty letters, thirteen answers, one of them from that phone.
  const reader = await signInOnPage(browser, `${house.collection}/studio/`, accounts.lead)
  await reader.goto(`${house.collection}/studio/reports`)
  await reader.getByRole('link', { name: /^Was Familien/ }).click()
  await reader
    .frameLocator('iframe')
    .getByRole('heading', { name: `${LETTERS} Briefe, ${OTHERS + 1} Antworten` })
    .waitFor()
})
