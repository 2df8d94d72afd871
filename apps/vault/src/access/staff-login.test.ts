import { describe, expect, it } from 'vitest'
import { openOffice, PASSWORD, type TestOffice } from '../house.testing.ts'

const ORIGIN = 'http://127.0.0.1:8090'

/** A browser at the login of one office: keeps cookies, says where it comes from. */
const browser = ({ url }: TestOffice, headers: Record<string, string> = {}) => {
  const cookies = new Map<string, string>()
  const send = async (method: string, path: string, body?: object) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        origin: ORIGIN,
        'content-type': 'application/json',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const lines = response.headers.getSetCookie()
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    return { status: response.status, lines, body: text ? JSON.parse(text) : undefined }
  }
  return {
    get: (path: string) => send('GET', path),
    post: (path: string, body: object = {}) => send('POST', path, body),
    signIn: (email: string, password = PASSWORD) =>
      send('POST', '/api/auth/sign-in/email', { email, password }),
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 6238 with SHA-1, six digits, 30 s, as authenticator apps do it. */
const totp = async (uri: string, now = Date.now()) => {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const signing = await crypto.subtle.importKey(
    'raw',
    key,
    { name: 'HMAC', hash: 'SHA-1' },
    false,
    ['sign'],
  )
  const mac = Buffer.from(await crypto.subtle.sign('HMAC', signing, counter))
  const offset = (mac.at(-1) as number) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const EMAIL = 'clerk@vault.example'
const withClerk = async (secondFactor: 'required' | 'demo') => {
  const office = await openOffice({ secondFactor })
  await office.house.staff.add({
    email: EMAIL,
    name: 'Clerk',
    role: 'trust.clerk',
    password: PASSWORD,
  })
  return office
}

describe('the login of trust-office staff', () => {
  it('asks for a second factor before anything else', async () => {
    const office = await withClerk('required')
    const clerk = browser(office)
    const { status, lines } = await clerk.signIn(EMAIL)
    expect(status).toBe(200)
    expect(lines.join()).toMatch(/^echolot-vault\.session_token=.*HttpOnly; SameSite=Strict/)
    expect((await clerk.get('/v1/me')).body).toMatchObject({
      role: 'trust.clerk',
      secondFactor: 'due',
    })
    const refused = await clerk.get('/v1/studies')
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/second-factor-needed'])

    const { body } = await clerk.post('/api/auth/two-factor/enable', { password: PASSWORD })
    const first = await clerk.post('/api/auth/two-factor/verify-totp', {
      code: await totp(body.totpURI),
    })
    expect(first.status).toBe(200)
    expect((await clerk.get('/v1/me')).body.secondFactor).toBe('on')
    expect((await clerk.get('/v1/studies')).status).toBe(200)

    // Half signed in is not signed in; and a code works once.
    const elsewhere = browser(office)
    expect((await elsewhere.signIn(EMAIL)).body.twoFactorRedirect).toBe(true)
    expect((await elsewhere.get('/v1/me')).status).toBe(401)
    const used = await elsewhere.post('/api/auth/two-factor/verify-totp', {
      code: await totp(body.totpURI),
    })
    expect([used.status, used.body.code]).toEqual([401, 'CODE_USED'])
    expect((await elsewhere.get('/v1/me')).status).toBe(401)

    const later = browser(office)
    await later.signIn(EMAIL)
    const code = await totp(body.totpURI, Date.now() + 30_000)
    const trusting = await later.post('/api/auth/two-factor/verify-totp', {
      code,
      trustDevice: true,
    })
    expect([trusting.status, trusting.body.code]).toEqual([400, 'NO_TRUSTED_DEVICES'])
    const fresh = await later.post('/api/auth/two-factor/verify-totp', { code })
    expect(fresh.status).toBe(200)
    expect(fresh.lines.join()).not.toContain('trust_device')
    expect((await later.get('/v1/studies')).status).toBe(200)
  })

  it('ends sessions that began with the password alone when the second factor is set up', async () => {
    const office = await withClerk('required')
    const stranger = browser(office)
    await stranger.signIn(EMAIL)
    expect((await stranger.get('/v1/me')).status).toBe(200)
    const clerk = browser(office)
    await clerk.signIn(EMAIL)
    const { body } = await clerk.post('/api/auth/two-factor/enable', { password: PASSWORD })
    await clerk.post('/api/auth/two-factor/verify-totp', { code: await totp(body.totpURI) })
    expect((await clerk.get('/v1/studies')).status).toBe(200)
    expect((await stranger.get('/v1/me')).status).toBe(401)
  })

  it('waives the second factor for a demonstration only', async () => {
    const office = await withClerk('demo')
    const clerk = browser(office)
    await clerk.signIn(EMAIL)
    expect((await clerk.get('/v1/me')).body.secondFactor).toBe('waived-demo')
    expect((await clerk.get('/v1/studies')).status).toBe(200)
  })

  it('lets nobody make an account or change a role', async () => {
    const office = await withClerk('demo')
    const clerk = browser(office)
    const account = {
      email: 'new@vault.example',
      password: PASSWORD,
      name: 'New',
      role: 'trust.lead',
    }
    expect((await clerk.post('/api/auth/sign-up/email', account)).status).toBeGreaterThanOrEqual(
      400,
    )
    await clerk.signIn(EMAIL)
    expect(
      (await clerk.post('/api/auth/update-user', { role: 'trust.lead' })).status,
    ).toBeGreaterThanOrEqual(400)
    expect((await clerk.get('/v1/me')).body.role).toBe('trust.clerk')
  })

  it('refuses pages of other sites', async () => {
    const office = await withClerk('demo')
    const stranger = browser(office, {
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
    })
    expect((await stranger.signIn(EMAIL)).status).toBe(403)
  })

  it('stops guessing at one account, whatever address the guesser claims', async () => {
    const office = await withClerk('demo')
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const guesser = browser(office, {
        'x-forwarded-for': `203.0.113.${i}`,
        'x-client-ip': `203.0.113.${i}`,
      })
      statuses.push((await guesser.signIn(EMAIL, `wrong password ${i}`)).status)
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401))
    expect(statuses.slice(10)).toEqual([429, 429])
    expect((await browser(office).signIn(EMAIL)).status).toBe(429)
  })

  it('knows a new account as nobody', async () => {
    const office = await openOffice()
    const nobody = await office.as('none')
    expect((await nobody.get('/v1/studies')).body.type).toBe('/problems/role-missing')
  })
})
