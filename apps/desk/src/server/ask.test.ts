import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { ask, askForFile } from './ask.ts'
import { freshSignIn } from './fresh-sign-in.ts'

const answering = (status: number, body: string) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status }))

afterEach(() => vi.unstubAllGlobals())

const Shape = z.strictObject({ n: z.int() })

describe('ask', () => {
  it('reads an answer of the agreed shape', async () => {
    answering(200, '{"n":3}')
    expect(await ask(Shape, '/v1/x')).toEqual({ n: 3 })
  })

  it('throws the problem which the vault names, with its details', async () => {
    answering(409, '{"type":"/problems/feed-too-old","title":"…","status":409,"day":"2027-04-01"}')
    await expect(ask(Shape, '/v1/x')).rejects.toMatchObject({
      type: 'feed-too-old',
      status: 409,
      details: { day: '2027-04-01' },
    })
  })

  it('turns the codes of the sign-in into problem types', async () => {
    answering(401, '{"code":"INVALID_EMAIL_OR_PASSWORD","message":"…"}')
    await expect(ask(Shape, '/api/auth/x')).rejects.toMatchObject({
      type: 'invalid-email-or-password',
    })
  })

  it('says so when the answer has another shape', async () => {
    answering(200, '{"n":"three"}')
    await expect(ask(Shape, '/v1/x')).rejects.toMatchObject({ type: 'unexpected-answer' })
  })

  it('tells a silent vault from a refusing one', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    await expect(ask(Shape, '/v1/x')).rejects.toMatchObject({ type: 'offline', status: 0 })
  })
})

describe('askForFile', () => {
  it('tells how much has arrived and gives the whole file', async () => {
    answering(200, '%PDF-1.7')
    const onBytes = vi.fn()
    const file = await askForFile('/v1/x', onBytes)
    expect(await file.text()).toBe('%PDF-1.7')
    expect(onBytes).toHaveBeenLastCalledWith(8)
  })

  it('takes half a file for none', async () => {
    const half = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(new Uint8Array(5)),
      pull: (stream) => stream.error(new TypeError('network error')),
    })
    vi.stubGlobal('fetch', async () => new Response(half))
    await expect(askForFile('/v1/x', () => undefined)).rejects.toMatchObject({
      type: 'download-broken',
    })
  })
})

describe('an act that needs a newer sign-in', () => {
  const TOO_OLD = '{"type":"/problems/sign-in-too-old","title":"…","status":403}'
  const askOnce = () => {
    const answers = [new Response(TOO_OLD, { status: 403 }), new Response('{"n":3}')]
    const fetch = vi.fn(async () => answers.shift())
    vi.stubGlobal('fetch', fetch)
    return { fetch, asked: ask(Shape, '/v1/x', { method: 'POST', body: { n: 1 } }) }
  }

  it('waits for the sign-in and is sent again word for word', async () => {
    const { fetch, asked } = askOnce()
    await vi.waitFor(() => expect(freshSignIn.isAsked()).toBe(true))
    freshSignIn.end('signed-in')
    expect(await asked).toEqual({ n: 3 })
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
