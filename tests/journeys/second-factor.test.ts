import { createOTP } from '@better-auth/utils/otp'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../stage/browser.ts'
import { type House, openHouse } from '../stage/house.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  house = await openHouse({ secondFactor: 'required' })
  await house.addStudy()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const enter = async (page: Page, { email, password }: { email: string; password: string }) => {
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: 'Anmelden' }).click()
}

it.each([
  ['vault', '/', 'trust.clerk'],
  ['collection', '/studio/', 'designer'],
] as const)(
  'is set up at the first sign-in at the %s, and a spare code replaces a lost phone',
  async (office, path, role) => {
    const { staff } = await house.addStaff(office, { staff: role })
    const page = await (await browser.newContext({ locale: 'de-DE' })).newPage()
    await page.goto(house[office] + path)
    await enter(page, staff)
    const key = (await page.locator('.ui-secret').textContent()) ?? ''
    const spare = (await page.locator('.ui-codes code').first().textContent()) ?? ''
    const secret = new TextDecoder().decode(fromBase32(key.replaceAll(' ', '')))
    await page.getByLabel('Sechsstelliger Code').fill(await createOTP(secret).totp())
    await page.getByRole('button', { name: 'Bestätigen' }).click()
    await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor()

    const other = await (await browser.newContext({ locale: 'de-DE' })).newPage()
    await other.goto(house[office] + path)
    await enter(other, staff)
    await other.getByRole('button', { name: /Ersatzcode verwenden/ }).click()
    await other.getByLabel('Ersatzcode').fill(spare)
    await other.getByRole('button', { name: 'Bestätigen' }).click()
    await other.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor()
    expect(await other.getByRole('heading', { level: 1 }).textContent()).toBeTruthy()
  },
)

/** RFC 4648 base 32, as authenticator apps take their key. */
const fromBase32 = (text: string) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text.replaceAll('=', '')]
    .map((symbol) => alphabet.indexOf(symbol).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}
