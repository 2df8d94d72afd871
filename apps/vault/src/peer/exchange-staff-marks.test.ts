import { beforeEach, describe, expect, it } from 'vitest'
import { openOffice, PASSWORD, type Persona, STUDY, type TestOffice } from '../house.testing.ts'
import { type FakeCollection, openFakeCollection } from './collection.testing.ts'
import { exchangeStaffMarks } from './exchange-staff-marks.ts'

const CLERK = 'trust.clerk@vault.example'

describe('exchanging staff marks', () => {
  let fake: FakeCollection
  let office: TestOffice
  let clerk: Persona
  beforeEach(async () => {
    fake = await openFakeCollection()
    office = await openOffice({ collectionUrl: fake.url })
    clerk = await office.as('trust.clerk')
  })

  const acts = async () =>
    (await office.house.db.selectFrom('audit').select('act').execute()).map(({ act }) => act)
  const signIn = () =>
    fetch(`${office.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8090' },
      body: JSON.stringify({ email: CLERK, password: PASSWORD }),
    })

  it('waits for the pairing', async () => {
    await exchangeStaffMarks(office.house)
    expect(fake.state.requests).toBe(0)
  })

  it('tells a mark of each account with every pull, and no address', async () => {
    await fake.pairWith(office.house)
    await office.as('trust.lead')
    await clerk.post('/v1/events/pull', { study: STUDY })
    expect(fake.state.staffMarks).toHaveLength(2)
    expect(fake.state.staffMarks.join()).toMatch(/^[0-9a-f]{64},[0-9a-f]{64}$/)
  })

  it('signs out and refuses whoever has an account at the collection too', async () => {
    await fake.pairWith(office.house)
    const lead = await office.as('trust.lead')
    fake.state.staff = [' Trust.Clerk@vault.example', 'designer@example.org']
    await exchangeStaffMarks(office.house)
    expect((await clerk.get('/v1/me')).status).toBe(401)
    const refused = await signIn()
    expect([refused.status, await refused.json()]).toEqual([
      403,
      expect.objectContaining({ type: '/problems/account-at-both-offices' }),
    ])
    expect(await acts()).toEqual(expect.arrayContaining(['staff.at-both', 'staff.refused-at-both']))
    expect(office.said.map(({ event }) => event)).toContain('accounts at both offices')
    expect((await lead.get('/v1/me')).status).toBe(200)
    fake.state.staff = []
    await exchangeStaffMarks(office.house)
    expect((await signIn()).status).toBe(200)
  })

  it('lets nobody add an account that the collection has', async () => {
    await fake.pairWith(office.house)
    fake.state.staff = ['designer@example.org']
    await exchangeStaffMarks(office.house)
    await expect(
      office.house.staff.add({
        email: 'Designer@example.org',
        name: 'Kim',
        role: 'trust.lead',
        password: PASSWORD,
      }),
    ).rejects.toMatchObject({ type: 'account-at-both-offices' })
  })

  it('leaves pulling in peace when the collection refuses', async () => {
    await fake.pairWith(office.house)
    fake.state.refuse = 'staff-marks'
    expect((await clerk.post('/v1/events/pull', { study: STUDY })).status).toBe(200)
    expect(office.said.map(({ event }) => event)).toContain('staff marks not exchanged')
    expect((await clerk.get('/v1/me')).status).toBe(200)
  })
})
