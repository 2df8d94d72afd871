import { newSecret } from '@echolot/crypto/keys'
import { staffMark } from '@echolot/crypto/peer'
import { migrate, openDatabase } from '@echolot/database'
import { serve } from '@echolot/http'
import express from 'express'
import { type Kysely, sql } from 'kysely'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { StaffAct } from './both-offices.ts'
import type { Origins } from './own-client-ip.ts'
import { openStaffLogin } from './staff-login.ts'
import type { StaffTables } from './store/tables.ts'

const ORIGIN = 'http://127.0.0.1:8099'
const EMAIL = 'kim@example.org'
const PASSWORD = 'a long password for tests'
const PAIR = newSecret()
const HOUR = 60 * 60 * 1_000

const up = async (db: Kysely<never>) => {
  await sql`create table used_totp (id text primary key, expires bigint not null)`.execute(db)
  await sql`create table staff_mark (mark text primary key)`.execute(db)
}

const opened: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

/** An office with nothing but its login, and one account. */
const openOffice = async (origins: Origins = 'never') => {
  const db = openDatabase<StaffTables>('sqlite::memory:')
  await migrate(db, { '0001-staff': { up } })
  const acts: StaffAct[] = []
  const staff = openStaffLogin({
    office: 'vault',
    title: 'Echolot vault',
    roles: ['none', 'clerk'] as const,
    origins,
    config: { publicUrl: ORIGIN, secondFactor: 'demo' },
    secret: newSecret(),
    pairSecret: async () => PAIR,
    writeAudit: async (_db, act) => void acts.push(act),
    db,
    log: { say: () => undefined, trace: () => undefined },
    now: () => new Date(),
  })
  await staff.migrate()
  const id = await staff.add({ email: EMAIL, name: 'Kim', role: 'clerk', password: PASSWORD })
  const service = express()
    .use('/api/auth', staff.handler)
    .use('/v1', staff.recognise)
    .get('/v1/role', (request, response) => {
      response.json(staff.staffOf(request)?.role ?? 'nobody')
    })
  const running = await serve(service, { port: 0 })
  opened.push(() => db.destroy(), running.drain)
  const ask = (method: string, path: string, { cookie = '', body }: Asking = {}) =>
    fetch(running.url + path, {
      method,
      headers: {
        origin: ORIGIN,
        cookie,
        'content-type': 'application/json',
        'user-agent': 'Seen/1',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const signIn = async (password = PASSWORD) => {
    const response = await ask('POST', '/api/auth/sign-in/email', {
      body: { email: EMAIL, password },
    })
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    return { status: response.status, cookie, body: await response.json() }
  }
  const role = async (cookie: string) => (await ask('GET', '/v1/role', { cookie })).json()
  return { db, staff, acts, id, ask, signIn, role }
}
type Asking = { readonly cookie?: string; readonly body?: object }

const sessionsOf = async (db: Kysely<StaffTables>) =>
  (await sql<{ ipAddress: string; userAgent: string }>`select * from "session"`.execute(db)).rows

describe('the login of an office', () => {
  it('keeps passwords by argon2id, at the cost that OWASP names', async () => {
    const { db } = await openOffice()
    const { rows } = await sql<{ password: string }>`select password from account`.execute(db)
    expect(rows).toEqual([
      { password: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) },
    ])
  })

  it.each([
    ['GET', '/get-session'],
    ['GET', '/list-sessions'],
    ['GET', '/list-accounts'],
    ['GET', '/verify-email?token=x'],
    ['GET', '/callback/google'],
    ['POST', '/sign-up/email'],
    ['POST', '/sign-in/social'],
    ['POST', '/update-user'],
    ['POST', '/change-password'],
    ['POST', '/two-factor/disable'],
    ['POST', '/two-factor/send-otp'],
    ['POST', '/sign-out/'],
  ])('has no door %s %s', async (method, path) => {
    const { ask, signIn, role } = await openOffice()
    const { cookie } = await signIn()
    expect(await role(cookie)).toBe('clerk')
    const body = method === 'POST' ? { body: { password: PASSWORD } } : {}
    const { status } = await ask(method, `/api/auth${path}`, { cookie, ...body })
    expect(status).toBe(404)
    expect(await role(cookie)).toBe('clerk')
  })

  it('signs out at once', async () => {
    const { ask, signIn, role } = await openOffice()
    const { cookie } = await signIn()
    expect((await ask('POST', '/api/auth/sign-out', { cookie, body: {} })).status).toBe(200)
    expect(await role(cookie)).toBe('nobody')
  })

  it('ends a session after eight hours, however busy it was', async () => {
    const { signIn, role } = await openOffice()
    const { cookie } = await signIn()
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const begin = Date.now()
      for (const hours of [2, 4, 6, 7.9]) {
        vi.setSystemTime(begin + hours * HOUR)
        expect(await role(cookie)).toBe('clerk')
      }
      vi.setSystemTime(begin + 8.1 * HOUR)
      expect(await role(cookie)).toBe('nobody')
    } finally {
      vi.useRealTimers()
    }
  })

  it('lets ten guesses through, also when all come at once', async () => {
    const { signIn } = await openOffice()
    const guesses = await Promise.all(Array.from({ length: 14 }, () => signIn('wrong password 1')))
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(4)
  })

  it('counts wrong passwords on when a right one comes between, and right ones never', async () => {
    const { signIn } = await openOffice()
    const statuses: number[] = []
    for (const wrong of [5, 5, 1]) {
      for (let n = 0; n < wrong; n++) statuses.push((await signIn('wrong password 1')).status)
      statuses.push((await signIn()).status)
    }
    expect(statuses.slice(0, 11)).toEqual([401, 401, 401, 401, 401, 200, 401, 401, 401, 401, 401])
    expect(statuses.slice(11)).toEqual([429, 429, 429])
  })

  it('keeps from where somebody signed in only where the office says so, and 90 days at most', async () => {
    const never = await openOffice('never')
    await never.signIn()
    expect(await sessionsOf(never.db)).toMatchObject([{ ipAddress: '', userAgent: '' }])
    const kept = await openOffice('ninety-days')
    await kept.signIn()
    expect(await sessionsOf(kept.db)).toMatchObject([{ userAgent: 'Seen/1' }])
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const begin = Date.now()
      vi.setSystemTime(begin + 9 * HOUR)
      for (const { staff } of [never, kept]) await staff.tidy()
      expect(await sessionsOf(never.db)).toEqual([])
      expect(await sessionsOf(kept.db)).toHaveLength(1)
      vi.setSystemTime(begin + 91 * 24 * HOUR)
      await kept.staff.tidy()
      expect(await sessionsOf(kept.db)).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })

  it('signs out and refuses whoever has an account at the other office', async () => {
    const { db, staff, acts, id, signIn, role } = await openOffice()
    const { cookie } = await signIn()
    const mark = staffMark(PAIR, EMAIL)
    expect(await staff.ownMarks(db)).toEqual([mark])
    await staff.keepMarks(db, [mark])
    expect(await role(cookie)).toBe('nobody')
    expect(await signIn()).toMatchObject({
      status: 403,
      body: { type: '/problems/account-at-both-offices' },
    })
    expect(acts).toMatchObject([
      { actor: 'collection', act: 'staff.at-both', n: 1, params: [id] },
      { actor: id, act: 'staff.refused-at-both' },
    ])
    await staff.keepMarks(db, [])
    expect((await signIn()).status).toBe(200)
  })
})
