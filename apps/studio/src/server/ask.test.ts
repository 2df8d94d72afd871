// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { ask } from './ask.ts'

const Shape = z.strictObject({ name: z.string() })
const answer = (status: number, body: string) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status }))

afterEach(() => vi.unstubAllGlobals())

describe('ask', () => {
  it('gives the answer in its agreed shape', async () => {
    answer(200, '{"name":"main"}')
    expect(await ask(Shape, '/v1/x')).toEqual({ name: 'main' })
  })

  it('throws the problem that the server names, with its details', async () => {
    answer(409, '{"type":"/problems/draft-stale","title":"…","status":409,"revision":7}')
    await expect(ask(Shape, '/v1/x')).rejects.toMatchObject({
      type: 'draft-stale',
      status: 409,
      details: { revision: 7 },
    })
  })

  it('reads the codes of the sign-in part as problems', async () => {
    answer(401, '{"code":"INVALID_EMAIL_OR_PASSWORD","message":"…"}')
    await expect(ask(Shape, '/api/auth/x')).rejects.toMatchObject({
      type: 'invalid-email-or-password',
      status: 401,
    })
  })

  it('does not take an answer of another shape', async () => {
    answer(200, '{"title":"main"}')
    await expect(ask(Shape, '/v1/x')).rejects.toMatchObject({ type: 'unexpected-answer' })
  })

  it('says offline when no answer comes', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('failed')
    })
    await expect(ask(Shape, '/v1/x')).rejects.toMatchObject({ type: 'offline', status: 0 })
  })
})
