import { defineProblem, Problem } from '@echolot/problem'
import express from 'express'
import request from 'supertest'
import { describe, expect, it, vi } from 'vitest'
import { jsonBody, problemWriter } from './index.ts'

const busy = defineProblem<{ retryAfter: number }>('storage-busy', 503, 'Busy.')
const throwing = (error: unknown, translate?: (error: unknown) => Problem | undefined) => {
  const log = vi.fn()
  const app = express()
    .use(() => {
      throw error
    })
    .use(problemWriter(log, translate))
  return { log, asked: request(app).get('/') }
}

describe('problemWriter', () => {
  it('never logs or says back what a respondent wrote', async () => {
    const log = vi.fn()
    const app = express().use(jsonBody(), problemWriter(log))
    const { text } = await request(app)
      .post('/')
      .set('content-type', 'application/json')
      .send('{"mood": secret')
      .expect(400)
      .expect('content-type', /problem\+json/)
    expect(text + JSON.stringify(log.mock.calls)).not.toContain('secret')
  })

  it('says nothing of an unknown error and logs where it arose, not its words', async () => {
    const { log, asked } = throwing(new Error('row with answer 4711', { cause: new Error('4712') }))
    const { body } = await asked.expect(500)
    expect(body).toEqual({
      type: '/problems/internal',
      title: 'Something went wrong here.',
      status: 500,
    })
    const logged = String(log.mock.calls)
    expect(logged).toContain('problem-writer.test.ts')
    expect(logged).toContain('caused by Error')
    expect(logged).not.toMatch(/471[12]/)
  })

  it('hides details of a problem with status 500', async () => {
    const inner = defineProblem<{ file: string }>(
      'key-file-unsafe',
      500,
      'The key file is not safe.',
    )
    const { text } = await throwing(inner({ file: '/etc/keys' })).asked.expect(500)
    expect(text).not.toContain('/etc/keys')
  })

  it('translates errors of other rooms and says when to try again', async () => {
    const { asked } = throwing(new Error('database is locked'), () => busy({ retryAfter: 3 }))
    const { headers, body } = await asked.expect(503)
    expect(headers['retry-after']).toBe('3')
    expect(body.type).toBe('/problems/storage-busy')
  })

  it.each([undefined, null, 'text', { status: 404 }])('survives %s being thrown', async (error) => {
    const log = vi.fn()
    const app = express()
      .use((_asked, _response, next) => next(error ?? Object.create(null)))
      .use(problemWriter(log))
    await request(app).get('/').expect(500)
    expect(log).toHaveBeenCalledOnce()
  })

  it('lets no detail pose as type, title or status', () => {
    const posing = new Problem('real', 409, 'Real.', { type: 'x', status: 200, title: 'y' })
    expect(posing.toJSON()).toEqual({ type: '/problems/real', title: 'Real.', status: 409 })
  })
})
