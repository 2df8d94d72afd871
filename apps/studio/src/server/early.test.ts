import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { ask } from './ask.ts'
import { askEarly } from './early.ts'

const Who = z.object({ name: z.string() })
const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

afterEach(() => vi.unstubAllGlobals())

describe('askEarly', () => {
  it('answers the first question for an address, and only that one', async () => {
    const asked = vi.fn(async () => answer({ name: `answer ${asked.mock.calls.length}` }))
    vi.stubGlobal('fetch', asked)
    askEarly('/v1/me')
    expect(await ask(Who, '/v1/me')).toEqual({ name: 'answer 1' })
    expect(asked).toHaveBeenCalledTimes(1)
    expect(await ask(Who, '/v1/me')).toEqual({ name: 'answer 2' })
  })

  it('leaves a refusal and a lost line to the question itself', async () => {
    const asked = vi
      .fn<() => Promise<Response>>()
      .mockResolvedValueOnce(answer({}, 401))
      .mockRejectedValueOnce(new TypeError('no line'))
      .mockImplementation(async () => answer({ name: 'Ada' }))
    vi.stubGlobal('fetch', asked)
    askEarly('/v1/me')
    askEarly('/v1/studies')
    expect(await ask(Who, '/v1/me')).toEqual({ name: 'Ada' })
    expect(await ask(Who, '/v1/studies')).toEqual({ name: 'Ada' })
  })
})
