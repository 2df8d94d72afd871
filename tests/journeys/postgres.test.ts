import { freshPostgresUrl } from '@echolot/database/testing'
import { simulator } from '@echolot/routing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAIN, mailLetters, openField } from '../stage/field.ts'
import { type House, openHouse } from '../stage/house.ts'
import { openLetter } from '../stage/household.ts'
import { signIn } from '../stage/staff.ts'

let house: House

beforeAll(async () => {
  house = await openHouse({
    databases: {
      DATABASE_URL: await freshPostgresUrl(),
      VAULT_DATABASE_URL: await freshPostgresUrl(),
    },
  })
})
afterAll(() => house?.close())

it('walks from letter to freeze and withdrawal with both offices on PostgreSQL', async () => {
  const accounts = await openField(house)
  const { letters } = await mailLetters(house, accounts, 20)
  const walkOf = simulator(MAIN, { seed: 5 })
  const households = await Promise.all(
    letters.slice(0, 12).map(async ({ code }, index) => {
      const household = await openLetter(house.collection, code)
      await household.begin()
      const { steps } = walkOf(index)
      for (const [i, { page, answers, shown }] of steps.entries()) {
        const completed = i === steps.length - 1
        const saved = await household.save(page, answers, { completed, shown: [...shown] })
        expect(saved.status, await saved.clone().text()).toBe(200)
      }
      return household
    }),
  )
  await house.command('collection', 'flush', 'anna', 'w1')
  const clerk = await signIn(house.vault, accounts.clerk)
  expect(await clerk.ask('POST', '/v1/events/pull', { study: 'anna' })).toMatchObject({
    redeemed: 12,
    reminderGate: null,
  })
  const manager = await signIn(house.collection, accounts.manager)
  const freeze = () =>
    manager.ask<{ rows: number }>('POST', '/v1/freezes', { study: 'anna', wave: 'w1' })
  expect((await freeze()).rows).toBe(12)
  expect((await households[0]?.withdraw())?.status).toBe(204)
  expect((await freeze()).rows).toBe(11)
})
