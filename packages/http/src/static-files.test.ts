import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import express from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { nothingHere, problemWriter, serve, staticFiles } from './index.ts'

const script = 'console.log("a script that is worth compressing")'.repeat(9)
let folder: string
let app: express.Express

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-'))
  const dist = join(folder, 'dist')
  await mkdir(join(dist, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(dist, '.hidden'), 'secret')
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(dist, 'sw.js'), 'self')
  await writeFile(join(dist, 'assets/index-DmX3a_9k.js'), script)
  await writeFile(join(dist, 'assets/index-DmX3a_9k.js.br'), brotliCompressSync(script))
  await writeFile(join(dist, 'assets/index-DmX3a_9k.js.gz'), gzipSync(script))
  app = express().use(staticFiles(dist), nothingHere, problemWriter(vi.fn()))
})
afterAll(() => rm(folder, { recursive: true }))

const get = (path: string, encoding = 'identity') =>
  request(app).get(path).set('accept-encoding', encoding)

describe('staticFiles', () => {
  it.each(['/', '/index.html', '/studies/anna', '/a/b/c'])(
    'answers %s with the page',
    async (path) => {
      const { text, headers } = await get(path).expect(200)
      expect(text).toContain('<title>page</title>')
      expect(headers).toMatchObject({
        'cache-control': 'no-cache',
        'content-type': 'text/html; charset=utf-8',
      })
    },
  )

  it.each([
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
  ])('sends to a browser that reads %s a file in %s', async (accepted, encoding) => {
    const { text, headers } = await get('/assets/index-DmX3a_9k.js', accepted).expect(200)
    expect(text).toBe(script)
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    })
  })

  it('has other files asked for each time, and answers 304 when nothing changed', async () => {
    const { headers } = await get('/sw.js').expect(200)
    expect(headers['cache-control']).toBe('no-cache')
    await get('/sw.js')
      .set('if-none-match', headers.etag as string)
      .expect(304)
  })

  it.each(['/v1/nothing', '/peer/v1/x', '/assets/gone-DmX3a_9k.js', '/favicon.ico'])(
    'does not pose the page as %s',
    async (path) => {
      await get(path).expect(404)
    },
  )

  it('takes no other method', async () => {
    await request(app).post('/').expect(404)
    await request(app).head('/').expect(200)
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/.hidden',
    '/assets/../../secret.txt',
    '/%00',
  ])('leads nobody out by %s', async (path) => {
    const running = await serve(app, { port: 0 })
    const { connect } = await import('node:net')
    const said = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(running.port, '127.0.0.1')
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
    })
    await running.drain()
    expect(said).not.toContain('secret')
    expect(said).toMatch(/^HTTP\/1\.1 (200|400|404)/)
  })
})
