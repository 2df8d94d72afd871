import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, openBrowser } from '../stage/browser.ts'
import { echolot, type House, openHouse } from '../stage/house.ts'
import { openLetter } from '../stage/household.ts'
import { signIn } from '../stage/staff.ts'

let data: string
let house: House

beforeAll(async () => {
  data = join(mkdtempSync(join(tmpdir(), 'echolot-start-')), 'data')
  house = await openHouse({ demo: true, data })
}, 600_000)
afterAll(async () => {
  await house?.close()
  if (data) rmSync(join(data, '..'), { recursive: true, force: true })
})

const logins = () =>
  [...house.printed().matchAll(/^ {2}(collection|vault) +(\S+) +(\S+@\S+) +(\S+)$/gm)].map(
    ([, office, role, email, password]) => ({ office, role, email, password }) as Login,
  )
type Login = { office: 'collection' | 'vault'; role: string; email: string; password: string }
const codes = () =>
  [...house.printed().matchAll(/^ {2}(\S{4}-\S{4}-\S{4}) /gm)].map(([, code]) => code as string)

describe('npm start on an empty folder', () => {
  it('prints both addresses, and both offices are up and can write', async () => {
    for (const office of [house.collection, house.vault]) {
      expect(house.printed()).toContain(office)
      for (const path of ['/health', '/ready'])
        expect((await fetch(office + path)).status, office + path).toBe(200)
    }
  })

  it('prints log-ins that work, one for each role of the demonstration', async () => {
    expect(logins().map(({ role }) => role)).toEqual(
      expect.arrayContaining([
        'trust.clerk',
        'trust.lead',
        'designer',
        'field',
        'analyst',
        'data_manager',
        'lead',
      ]),
    )
    for (const { office, role, email, password } of logins()) {
      const staff = await signIn(house[office], { email, password })
      expect(await staff.ask('GET', '/v1/me')).toMatchObject({ role })
    }
  })

  it('prints three codes that nobody has used', async () => {
    expect(new Set(codes()).size).toBe(3)
    for (const code of codes()) {
      const session = await (await openLetter(house.collection, code)).begin()
      expect(await session.json()).toMatchObject({ state: 'open' })
    }
  })

  it('has walked 1,000 letters and 268 answers to a report released to the lead', async () => {
    const lead = logins().find(({ role }) => role === 'lead') as Login
    const { ask, send } = await signIn(house.collection, lead)
    const { reports } = await ask<{ reports: { id: string; state: string }[] }>(
      'GET',
      '/v1/reports',
    )
    expect(reports).toMatchObject([{ state: 'released' }])
    const html = await (await send('GET', `/v1/reports/${reports[0]?.id}/files/de/html`)).text()
    expect(html).toMatch(/1\.000 Briefe, 2\d\d Antworten/)
    expect(html).toContain('SYNTHETISCH')
    expect(html).not.toContain('ENTWURF')
    const pdf = new Uint8Array(
      await (await send('GET', `/v1/reports/${reports[0]?.id}/files/de/pdf`)).arrayBuffer(),
    )
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-')
  })

  it('made a report that pleases axe and fits from 320 px', async () => {
    const browser = await openBrowser()
    try {
      const page = await (await browser.newContext()).newPage()
      await page.goto(`file://${join(data, 'demo/report/report.html')}`)
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await axeFindings(page), `the report at ${width} px`).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `the report at ${width} px`).toBeLessThanOrEqual(0)
      }
    } finally {
      await browser.close()
    }
  })

  it('describes its interface', async () => {
    for (const office of [house.collection, house.vault]) {
      const document = (await (await fetch(`${office}/v1/openapi.json`)).json()) as {
        openapi: string
      }
      expect(document.openapi).toMatch(/^3\./)
    }
  })

  it('ends with 0 when told, and starts again with the same log-ins', async () => {
    const before = logins()
    expect(await house.close({ keep: true })).toBe(0)
    house = await openHouse({ demo: true, data })
    expect(logins()).toEqual(before)
    const staff = await signIn(house.vault, before[0] as Login)
    expect(await staff.ask('GET', '/v1/me')).toMatchObject({ role: 'trust.clerk' })
  })
})

describe('echolot', () => {
  it('says how it is used, and ends with 2 when used wrongly', async () => {
    expect(await echolot(['--help'])).toContain('instrument')
    for (const command of ['instrument', 'freeze', 'analyse', 'collection', 'vault'])
      await echolot([command, '--help'])
    await echolot(['nonsense'], { expected: 2 })
    await echolot(['instrument', 'check'], { expected: 2 })
  })

  it('finds no problems in the questionnaires of the demonstration', async () => {
    for (const name of ['main', 'prepost', 'coach', 'youth'])
      await echolot(['instrument', 'check', `surveys/anna/instruments/${name}.json`])
  })
})
