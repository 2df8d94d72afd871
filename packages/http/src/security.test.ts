import express from 'express'
import request from 'supertest'
import { describe, expect, it, vi } from 'vitest'
import {
  clientAddress,
  cookieName,
  cookies,
  noStore,
  problemWriter,
  sameSiteOnly,
  securityHeaders,
  sessionCookie,
} from './index.ts'

const headersOf = async (...handlers: express.RequestHandler[]) => {
  const app = express().use(...handlers, (_asked, response) => void response.send('x'))
  return (await request(app).get('/')).headers as Record<string, string>
}

describe('securityHeaders', () => {
  it('lets pages load from here only', async () => {
    const headers = await headersOf(securityHeaders())
    expect(headers['content-security-policy']?.split(';')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "manifest-src 'self'",
      "worker-src 'self'",
    ])
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect(headers).not.toHaveProperty('strict-transport-security')
  })

  it('asks browsers to stay with TLS only where there is TLS', async () => {
    const headers = await headersOf(securityHeaders({ transport: 'https' }))
    expect(headers['strict-transport-security']).toBe('max-age=63072000')
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
  })

  it('opens style attributes and own frames where a page needs them, scripts never', async () => {
    const headers = await headersOf(securityHeaders({ styleAttributes: true, frames: 'self' }))
    const policy = headers['content-security-policy']
    expect(policy).toContain("style-src 'self';style-src-attr 'unsafe-inline'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  })
})

describe('noStore', () => {
  it('keeps answers out of caches', async () => {
    expect((await headersOf(noStore))['cache-control']).toBe('no-store')
  })
})

describe('sameSiteOnly', () => {
  const app = express()
    .use(sameSiteOnly(['https://studie.example.org']))
    .use((_asked, response) => void response.send('x'))
    .use(problemWriter(vi.fn()))
  const post = (headers: Record<string, string>) =>
    request(app)
      .post('/')
      .set({ host: 'here:8080', ...headers })

  it.each([
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://here:8080' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'http://here:8080' }],
    [{ origin: 'https://studie.example.org', 'sec-fetch-site': 'same-origin' }],
    [{}],
  ])('lets %j write', async (headers) => {
    await post(headers).expect(200)
  })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://here:8080' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' }],
    [{ origin: 'http://evil.example' }],
    [{ origin: 'http://here:8081' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'nonsense' }],
  ])('refuses %j', async (headers) => {
    expect((await post(headers).expect(403)).body.type).toBe('/problems/other-site')
  })

  it('lets everybody read', async () => {
    await request(app).get('/').set('sec-fetch-site', 'cross-site').expect(200)
  })
})

describe('cookies', () => {
  const asked = (cookie?: string) => ({ get: () => cookie }) as unknown as express.Request

  it('reads what the browser sends', () => {
    expect({ ...cookies(asked('r=abc.def; x=%C3%A9')) }).toEqual({ r: 'abc.def', x: 'é' })
    expect({ ...cookies(asked()) }).toEqual({})
    expect(cookies(asked('__proto__=x')).toString).toBeUndefined()
  })

  it('sets them out of reach of scripts and other sites', () => {
    const r = { name: 'r', value: 'abc', transport: 'https' } as const
    expect(cookieName(r)).toBe('__Host-r')
    expect(sessionCookie(r)).toBe('__Host-r=abc; Path=/; HttpOnly; Secure; SameSite=Strict')
    expect(sessionCookie({ ...r, transport: 'http', maxAge: 60 })).toBe(
      'r=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Strict',
    )
    expect(sessionCookie({ ...r, value: '' })).toContain('Max-Age=0')
  })
})

describe('clientAddress', () => {
  const from = (remoteAddress?: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, get: () => forwarded }) as unknown as express.Request

  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
  ])('knows %s by its network %s', (address, network) => {
    expect(clientAddress(from(address))).toBe(network)
  })

  it('believes no header but of a proxy it knows', () => {
    expect(clientAddress(from('203.0.113.77', '198.51.100.1'))).toBe('203.0.113.0/24')
    const proxied = from('127.0.0.1', '1.1.1.1, 198.51.100.1')
    expect(clientAddress(proxied, ['127.0.0.1'])).toBe('198.51.100.0/24')
    expect(clientAddress(from('127.0.0.1', 'nonsense'), ['127.0.0.1'])).toBe('unknown')
    expect(clientAddress(from('127.0.0.1'), ['127.0.0.1'])).toBe('127.0.0.0/24')
    expect(clientAddress(from())).toBe('unknown')
  })
})
