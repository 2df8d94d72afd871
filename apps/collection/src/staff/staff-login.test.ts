import { createOTP } from '@better-auth/utils/otp'
import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, type TestOffice } from '../house.testing.ts'

const email = 'kim@example.org'
const password = 'a long enough password'

describe('the staff login', () => {
  let office: TestOffice
  let origin: string
  beforeEach(async () => {
    office = await makeOffice()
    origin = office.house.config.publicUrl
    await office.house.staff.add({ email, name: 'Kim', role: 'designer', password })
  })
  const post = (path: string, body: object, cookie = '') =>
    request(office.service).post(`/api/auth${path}`).set({ origin, cookie }).send(body)
  const cookiesOf = (response: { headers: Record<string, unknown> }) =>
    ((response.headers['set-cookie'] ?? []) as string[])
      .map((line) => line.split(';')[0])
      .join('; ')
  const signIn = () => post('/sign-in/email', { email, password })
  const me = (cookie: string) => request(office.service).get('/v1/me').set({ cookie })

  it('signs in with a strict cookie and says that the second factor is due', async () => {
    const response = await signIn().expect(200)
    expect(response.headers['set-cookie']?.[0]).toMatch(
      /^echolot-collection\.session_token=.*HttpOnly; SameSite=Strict/,
    )
    const { body } = await me(cookiesOf(response)).expect(200)
    expect(body).toEqual({ name: 'Kim', email, role: 'designer', secondFactor: 'due' })
  })

  it('lets nobody work before the second factor is set up', async () => {
    const cookie = cookiesOf(await signIn())
    const { body } = await request(office.service)
      .get('/v1/instruments')
      .set({ cookie })
      .expect(403)
    expect(body.type).toBe('/problems/second-factor-needed')
  })

  const enrol = async () => {
    const first = cookiesOf(await signIn())
    const { body } = await post('/two-factor/enable', { password }, first).expect(200)
    const secret = new URL(body.totpURI).searchParams.get('secret') as string
    const code = () => createOTP(fromBase32(secret)).totp()
    const verified = await post('/two-factor/verify-totp', { code: await code() }, first).expect(
      200,
    )
    return { code, cookie: cookiesOf(verified) }
  }

  it('works with the second factor, and a pending sign-in has no access', async () => {
    const { code, cookie } = await enrol()
    await request(office.service).get('/v1/instruments').set({ cookie }).expect(200)
    const pending = await signIn().expect(200)
    expect(pending.body).toMatchObject({ twoFactorRedirect: true })
    await me(cookiesOf(pending)).expect(401)
    await office.house.db.deleteFrom('used_totp').execute()
    const verified = await post(
      '/two-factor/verify-totp',
      { code: await code() },
      cookiesOf(pending),
    ).expect(200)
    expect((await me(cookiesOf(verified)).expect(200)).body.secondFactor).toBe('on')
  })

  it('takes a code of the second factor once only', async () => {
    const { code } = await enrol()
    const pending = cookiesOf(await signIn())
    const { body } = await post('/two-factor/verify-totp', { code: await code() }, pending).expect(
      401,
    )
    expect(body.code).toBe('CODE_USED')
  })

  it('trusts no device, switches no second factor off and sends no codes', async () => {
    const { code, cookie } = await enrol()
    await office.house.db.deleteFrom('used_totp').execute()
    const pending = cookiesOf(await signIn())
    await post(
      '/two-factor/verify-totp',
      { code: await code(), trustDevice: true },
      pending,
    ).expect(400)
    await post('/two-factor/disable', { password }, cookie).expect(404)
    await post('/two-factor/send-otp', {}, pending).expect(404)
  })

  it('trusts no device for a backup code either', async () => {
    const first = cookiesOf(await signIn())
    const { body } = await post('/two-factor/enable', { password }, first).expect(200)
    const secret = new URL(body.totpURI).searchParams.get('secret') as string
    const code = await createOTP(fromBase32(secret)).totp()
    await post('/two-factor/verify-totp', { code }, first).expect(200)
    const pending = cookiesOf(await signIn())
    const [backup] = body.backupCodes
    const refused = await post(
      '/two-factor/verify-backup-code',
      { code: backup, trustDevice: true },
      pending,
    )
    expect([refused.status, cookiesOf(refused)]).toEqual([400, ''])
    await post('/two-factor/verify-backup-code', { code: backup }, pending).expect(200)
  })

  it('ends sessions that began with the password alone when the second factor is set up', async () => {
    const stranger = cookiesOf(await signIn())
    await me(stranger).expect(200)
    const { cookie } = await enrol()
    await me(stranger).expect(401)
    await me(cookie).expect(200)
  })

  it('keeps sign-up shut and roles out of reach', async () => {
    await post('/sign-up/email', { email: 'new@example.org', password, name: 'New' }).expect(404)
    const cookie = cookiesOf(await signIn())
    await post('/update-user', { role: 'admin' }, cookie).expect(404)
    expect((await me(cookie)).body.role).toBe('designer')
  })

  it('does not fall for made-up addresses: the eleventh wrong password waits', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 12; n++)
      statuses.push(
        (
          await post('/sign-in/email', { email, password: 'wrong password 123' }).set({
            'x-forwarded-for': `198.51.100.${n}`,
            'x-client-ip': `198.51.100.${n}`,
          })
        ).status,
      )
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401))
    expect(statuses.slice(10)).toEqual([429, 429])
    // The right password waits as well; another account does not.
    await signIn().expect(429)
    await office.house.staff.add({ email: 'lee@example.org', name: 'Lee', role: 'field', password })
    await post('/sign-in/email', { email: 'lee@example.org', password }).expect(200)
  })

  it('refuses other origins', async () => {
    const { status } = await request(office.service)
      .post('/api/auth/sign-in/email')
      .set({ origin: 'https://evil.example' })
      .send({ email, password })
    expect(status).toBe(403)
  })

  it('writes no address, browser or password into its tables', async () => {
    await request(office.service)
      .post('/api/auth/sign-in/email')
      .set({ origin, 'user-agent': 'Unverwechselbar/1.0' })
      .send({ email, password })
      .expect(200)
    const { sql } = await import('kysely')
    const tables = ['session', 'user', 'account', 'verification', 'rateLimit']
    const all = await Promise.all(
      tables.map((table) => sql`select * from ${sql.table(table)}`.execute(office.house.db)),
    )
    const text = JSON.stringify(all.map(({ rows }) => rows))
    expect(text).toContain('designer')
    for (const secret of ['Unverwechselbar', '127.0.0.1', password])
      expect(text).not.toContain(secret)
  })
})

const fromBase32 = (text: string) => {
  const bits = [...text.replace(/=+$/, '')]
    .map((symbol) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(symbol).toString(2).padStart(5, '0'),
    )
    .join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)))
}
