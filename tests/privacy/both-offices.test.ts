import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { echolot, type House, openHouse } from '../stage/house.ts'
import { signIn } from '../stage/staff.ts'

const BOTH = { email: 'both@example.org', password: 'test-password-both' }

/** R05: nobody sees names at one office and answers at the other. */
describe('one address with an account at both offices', () => {
  let house: House
  const add = (office: 'collection' | 'vault', role: string) =>
    echolot([office, 'staff', 'import'], {
      env: house.env,
      input: JSON.stringify({ ...BOTH, name: 'Both (test)', role }),
    })
  beforeAll(async () => {
    house = await openHouse()
    await house.addStudy()
    await add('collection', 'analyst')
    const { clerk } = await house.addStaff('vault', { clerk: 'trust.clerk' })
    const pulling = await signIn(house.vault, clerk)
    await add('vault', 'trust.lead')
    await signIn(house.collection, BOTH)
    await pulling.ask('POST', '/v1/events/pull', { study: 'anna' })
  })
  afterAll(() => house?.close())

  it.each(['collection', 'vault'] as const)('may not sign in at the %s', async (office) => {
    await expect(signIn(house[office], BOTH)).rejects.toThrow('/problems/account-at-both-offices')
  })

  it('is heard of in the logs of both', () => {
    for (const office of ['collection', 'vault'])
      expect(readFileSync(join(house.data, 'logs', `${office}.log`), 'utf8')).toContain(
        'accounts at both offices',
      )
  })

  it('cannot be added once the offices have told each other', async () => {
    await expect(
      echolot(['collection', 'staff', 'import'], {
        env: house.env,
        input: JSON.stringify({
          email: 'Clerk@vault.example',
          name: 'Clerk (test)',
          role: 'designer',
          password: BOTH.password,
        }),
      }),
    ).rejects.toThrow('nobody works at both')
  })
})
