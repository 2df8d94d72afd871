// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { ask } from './ask.ts'
import { freshSignIn } from './fresh-sign-in.ts'

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

describe('an act that needs a newer sign-in', () => {
  const TOO_OLD = '{"type":"/problems/sign-in-too-old","title":"…","status":403}'
  const askOnce = () => {
    const answers = [new Response(TOO_OLD, { status: 403 }), new Response('{"name":"main"}')]
    const fetch = vi.fn(async () => answers.shift())
    vi.stubGlobal('fetch', fetch)
    return { fetch, asked: ask(Shape, '/v1/x', { method: 'POST', body: { n: 1 } }) }
  }

  it('waits for the sign-in and is sent again word for word', async () => {
    const { fetch, asked } = askOnce()
    await vi.waitFor(() => expect(freshSignIn.isAsked()).toBe(true))
    freshSignIn.end('signed-in')
    expect(await asked).toEqual({ name: 'main' })
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(fetch.mock.calls[1]).toEqual(fetch.mock.calls[0])
  })

  it('fails when the sign-in is given up', async () => {
    const { fetch, asked } = askOnce()
    await vi.waitFor(() => expect(freshSignIn.isAsked()).toBe(true))
    freshSignIn.end('given-up')
    await expect(asked).rejects.toMatchObject({ type: 'sign-in-too-old' })
    expect(fetch).toHaveBeenCalledOnce()
  })
})
