import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { simulator } from '@echolot/routing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIN, mailLetters, openField } from '../stage/field.ts'
import { type House, openHouse } from '../stage/house.ts'
import { type Household, openLetter } from '../stage/household.ts'
import { signIn } from '../stage/staff.ts'

/** A name nobody has and an answer nobody gives: whatever finds them has found the wrong place. */
const NAME = 'Quittenblüte'
const ANSWER = 'Seltsamzitronenwort'
const LETTERS = 24

let house: House
let code: string
let household: Household
let accounts: Awaited<ReturnType<typeof openField>>
let mailing: string

beforeAll(async () => {
  house = await openHouse()
  accounts = await openField(house)
  const drawn = await mailLetters(house, accounts, LETTERS, NAME)
  mailing = drawn.mailing
  code = drawn.letters[0]?.code as string
  const walkOf = simulator(MAIN, { seed: 3 })
  for (const [index, letter] of drawn.letters.slice(0, 14).entries()) {
    const one = await openLetter(house.collection, letter.code)
    if (index === 0) household = one
    await one.begin()
    const { answers, shown } = walkOf(index)
    const saved = await one.save(
      'end',
      { ...answers, wish_open: index === 0 ? ANSWER : 'synthetisch' },
      { completed: true, shown: [...shown] },
    )
    expect(saved.status, await saved.clone().text()).toBe(200)
  }
  await house.command('collection', 'flush', 'anna', 'w1')
  const clerk = await signIn(house.vault, accounts.clerk)
  await clerk.ask('POST', '/v1/events/pull', { study: 'anna' })
  const manager = await signIn(house.collection, accounts.manager)
  const freeze = await manager.ask<{ id: string }>('POST', '/v1/freezes', {
    study: 'anna',
    wave: 'w1',
  })
  await house.command(
    'analyse',
    ...['--data', join(house.data, 'collection/freezes', freeze.id)],
    ...['--plan', 'surveys/anna/plan.json', '--out', join(house.data, 'report')],
  )
  await house.command('collection', 'backup', join(house.data, 'collection-backup.db'))
  await house.command('vault', 'backup', join(house.data, 'vault-backup.db'))
})
afterAll(() => house?.close())

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })

/** Files below the data folder that hold the text, in UTF-8 or UTF-16. */
const holders = (text: string) =>
  filesUnder(house.data)
    .filter((file) => {
      const bytes = readFileSync(file)
      return bytes.includes(Buffer.from(text)) || bytes.includes(Buffer.from(text, 'utf16le'))
    })
    .map((file) => file.slice(house.data.length + 1))

describe('a planted name', () => {
  it('lies in the vault and nowhere at the university', () => {
    const found = holders(NAME)
    expect(found.some((file) => file.startsWith('vault/'))).toBe(true)
    expect(found.filter((file) => !file.startsWith('vault'))).toEqual([])
  })
})

describe('a planted answer', () => {
  it('lies in the collection and nowhere at the trust office', () => {
    const found = holders(ANSWER)
    expect(found.some((file) => file.startsWith('collection/'))).toBe(true)
    expect(found.filter((file) => !file.startsWith('collection'))).toEqual([])
  })
})

describe('an access code', () => {
  it('lies nowhere once its letter was fetched, however it is written', () => {
    const plain = code.replaceAll('-', '')
    for (const written of [code, plain, plain.toLowerCase(), code.replaceAll('-', ' ')])
      expect(holders(written)).toEqual([])
  })

  it('cannot be fetched a second time', async () => {
    const clerk = await signIn(house.vault, accounts.clerk)
    const again = await clerk.send('POST', `/v1/mailings/${mailing}/letters`, {})
    expect(again.status).toBe(410)
  })

  it('opens nothing that was answered with it', async () => {
    const reader = await openLetter(house.collection, code)
    const session = await (await reader.begin()).text()
    expect(session).toContain('"submitted"')
    expect(session).not.toContain(ANSWER)
    const guesses = [{ wish_open: ANSWER }, { wish_open: 'anders' }]
    const refusals = await Promise.all(
      guesses.map(async (guess) => {
        const refused = await reader.save('end', guess, { completed: true })
        return `${refused.status} ${await refused.text()}`
      }),
    )
    expect(refusals[0]).toMatch(/^4/)
    expect(refusals[0]).toBe(refusals[1])
  })

  it('shares no value with what the other office keeps, but the credential', () => {
    const { lookup, wrapkey } = household.secrets
    for (const secret of [lookup, wrapkey]) expect(holders(secret)).toEqual([])
  })
})

describe('a withdrawal', () => {
  it('removes the answer from the database, its log and its free pages', async () => {
    const before = holders(ANSWER).filter((file) => file.startsWith('collection/collection.db'))
    expect(before).not.toEqual([])
    expect((await household.withdraw()).status).toBe(204)
    expect(holders(ANSWER).filter((file) => file.startsWith('collection/collection.db'))).toEqual(
      [],
    )
  })
})
