import { gzipSync } from 'node:zlib'
import express from 'express'
import request from 'supertest'
import { describe, expect, it, vi } from 'vitest'
import { BODY_LIMIT, jsonBody, problemWriter } from './index.ts'

const app = express()
  .use(jsonBody())
  .post('/', (asked, response) => void response.json({ body: asked.body ?? 'none' }))
  .use(problemWriter(vi.fn()))
const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  request(app)
    .post('/')
    .set({ 'content-type': 'application/json', ...headers })
    .serialize((sent) => sent as unknown as string)
    .send(body as string)

describe('jsonBody', () => {
  it('reads JSON, with a byte-order mark or without', async () => {
    await post('{"a":1}').expect(200, { body: { a: 1 } })
    await post('\uFEFF{"a":1}').expect(200, { body: { a: 1 } })
  })

  it('leaves a request without body alone', async () => {
    await request(app).post('/').expect(200, { body: 'none' })
  })

  it('refuses more than 256 kB, sent or inflated', async () => {
    const fitting = JSON.stringify('x'.repeat(BODY_LIMIT - 2))
    await post(fitting).expect(200)
    const { body } = await post(` ${fitting}`).expect(413)
    expect(body).toMatchObject({ type: '/problems/too-large', limit: BODY_LIMIT })
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20))
    expect(bomb.length).toBeLessThan(BODY_LIMIT)
    await post(bomb, { 'content-encoding': 'gzip' }).expect(413)
  })

  it('reads compressed JSON', async () => {
    await post(gzipSync('{"a":1}'), { 'content-encoding': 'gzip' }).expect(200, { body: { a: 1 } })
  })

  it.each([
    ['text/plain', 'application/json'],
    ['application/x-www-form-urlencoded', 'application/json'],
    ['multipart/form-data; boundary=x', 'application/json'],
    ['application/json; charset=utf-16', 'application/json'],
  ])('refuses %s: a form of another site could send it', async (type, accepted) => {
    const { body } = await post('{"a":1}', { 'content-type': type }).expect(415)
    expect(body).toMatchObject({ type: '/problems/unsupported-type', accepted })
  })

  it('refuses encodings it does not know', async () => {
    await post('{"a":1}', { 'content-encoding': 'zstdx' }).expect(415)
  })

  it('refuses what is not UTF-8', async () => {
    const { body } = await post(Buffer.from([0x22, 0xff, 0x22])).expect(400)
    expect(body).toMatchObject({ remedy: 'send text in UTF-8' })
  })
})
