import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openOffice, PLACE } from '../house.testing.ts'

const ORDER = { ...PLACE, kind: 'invitation' }

/** Someone signed in with a second factor, and a clock to move. */
const signedIn = async (
  role: 'trust.clerk' | 'trust.lead',
  secondFactor: 'required' | 'demo' = 'required',
) => {
  let minutes = 0
  const office = await openOffice({
    secondFactor,
    now: () => new Date(Date.now() + minutes * 60_000),
  })
  const persona = await office.as(role)
  await sql`update "user" set "twoFactorEnabled" = 1`.execute(office.house.db)
  return {
    persona,
    wait: (more: number) => {
      minutes += more
    },
  }
}

describe('byRoleFresh', () => {
  it.each([
    ['trust.clerk', '/v1/mailings', ORDER],
    ['trust.lead', '/v1/mailings/none/approval', {}],
    ['trust.clerk', '/v1/mailings/none/letters', {}],
  ] as const)('lets a %s do %s ten minutes long', async (role, path, body) => {
    const { persona, wait } = await signedIn(role)
    wait(9)
    expect((await persona.post(path, body)).status).not.toBe(403)
    wait(2)
    expect(await persona.post(path, body)).toMatchObject({
      status: 403,
      body: { type: '/problems/sign-in-too-old', remedy: 'sign in again and repeat this' },
    })
  })

  it('leaves reading to the whole session', async () => {
    const { persona, wait } = await signedIn('trust.clerk')
    wait(11)
    expect((await persona.get('/v1/mailings?study=demo')).status).toBe(200)
  })

  it('is waived for a demonstration', async () => {
    const { persona, wait } = await signedIn('trust.clerk', 'demo')
    wait(60)
    expect((await persona.post('/v1/mailings', ORDER)).status).not.toBe(403)
  })
})
