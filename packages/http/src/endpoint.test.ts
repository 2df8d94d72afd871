import { Readable } from 'node:stream'
import { defineProblem } from '@echolot/problem'
import express from 'express'
import request from 'supertest'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { answered, endpoint, mountAll, nothingHere, problemWriter } from './index.ts'

const stranger = defineProblem('stranger', 401, 'Nobody knows you here.')
const taken = defineProblem('taken', 409, 'This leaf is taken.')

type House = { readonly leaves: Map<string, number>; readonly notes: string[] }
const anyone = () => ({ name: 'anyone' })
const onlyKim = (asked: express.Request) => {
  if (asked.get('x-name') !== 'kim') throw stranger({})
  return { name: 'kim' }
}

const ENDPOINTS = [
  endpoint({
    method: 'get',
    path: '/v1/leaves/:leaf',
    summary: 'One leaf.',
    access: anyone,
    query: z.strictObject({ unit: z.enum(['mm', 'cm']).default('mm') }),
    problems: [],
    run: ({ params, query }, { leaves }: House) => ({ size: leaves.get(params.leaf), ...query }),
  }),
  endpoint({
    method: 'put',
    path: '/v1/leaves/:leaf',
    summary: 'Keeps a leaf.',
    access: onlyKim,
    body: z.strictObject({ size: z.number() }),
    problems: [stranger, taken],
    run: ({ params, body, caller }, { leaves, notes }: House) => {
      notes.push(`run by ${caller.name}`)
      leaves.set(params.leaf, body.size)
      if (body.size > 100) throw taken({})
      return answered(
        { kept: body.size },
        { status: 201, headers: { 'set-cookie': ['a=1', 'b=2'] } },
      )
    },
    afterwards: async (_asked, { notes }) => void notes.push('afterwards'),
  }),
  endpoint({
    method: 'post',
    path: '/v1/check',
    summary: 'Checks without writing.',
    access: anyone,
    takes: 'text',
    transaction: 'none',
    problems: [],
    run: ({ body }, _house: House) => ({ length: String(body).length }),
  }),
  endpoint({
    method: 'post',
    path: '/v1/upload',
    summary: 'Takes a file.',
    access: anyone,
    takes: 'bytes',
    limit: 1_000,
    problems: [],
    run: ({ body }, _house: House) => ({ bytes: (body as Buffer).length }),
  }),
  endpoint({
    method: 'post',
    path: '/v1/forest',
    summary: 'Takes much.',
    access: onlyKim,
    limit: 1_000,
    problems: [stranger],
    run: ({ body }, _house: House) => ({ trees: (body as unknown[]).length }),
  }),
  endpoint({
    method: 'delete',
    path: '/v1/leaves/:leaf',
    summary: 'Drops a leaf.',
    access: anyone,
    problems: [],
    run: ({ params }, { leaves }: House) => void leaves.delete(params.leaf),
  }),
  endpoint({
    method: 'get',
    path: '/v1/files/:name',
    summary: 'A file.',
    access: anyone,
    kind: 'file',
    problems: [],
    run: ({ params }, _house: House) => ({
      name: `${params.name}.csv`,
      type: 'text/csv',
      content: params.name === 'streamed' ? Readable.from(['a;', 'b']) : 'a;b',
    }),
  }),
]

describe('mount', () => {
  let house: House
  let asked: ReturnType<typeof request>
  const inTransaction = async <Result>(work: (within: House) => Promise<Result>) => {
    const leaves = new Map(house.leaves)
    const result = await work({ ...house, leaves })
    house.notes.push('committed')
    for (const [leaf, size] of leaves) house.leaves.set(leaf, size)
    for (const leaf of house.leaves.keys()) if (!leaves.has(leaf)) house.leaves.delete(leaf)
    return result
  }

  beforeEach(() => {
    house = { leaves: new Map([['oak', 7]]), notes: [] }
    const app = express()
    mountAll(app, ENDPOINTS, house, inTransaction)
    app.use(nothingHere, problemWriter(vi.fn()))
    asked = request(app)
  })
  const put = (size: unknown) =>
    asked
      .put('/v1/leaves/elm')
      .set('x-name', 'kim')
      .send({ size } as object)

  it('answers what run says, with named places and query', async () => {
    await asked.get('/v1/leaves/oak?unit=cm').expect(200, { size: 7, unit: 'cm' })
    await asked.get('/v1/leaves/oak').expect(200, { size: 7, unit: 'mm' })
    expect(house.notes).toEqual([])
  })

  it('commits before it answers, and does what comes afterwards', async () => {
    const { headers } = await put(3).expect(201, { kept: 3 })
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(house.notes).toEqual(['run by kim', 'committed', 'afterwards'])
    expect(house.leaves.get('elm')).toBe(3)
  })

  it('undoes a writing request that meets a problem', async () => {
    const { body } = await put(101).expect(409)
    expect(body).toEqual({ type: '/problems/taken', title: 'This leaf is taken.', status: 409 })
    expect(house.notes).toEqual(['run by kim'])
    expect(house.leaves.has('elm')).toBe(false)
  })

  it('lets nobody in whom access refuses', async () => {
    await asked.put('/v1/leaves/elm').send({ size: 3 }).expect(401)
    expect(house.notes).toEqual([])
  })

  it('says which part of a body or query is not as agreed', async () => {
    const { body } = await put('large').expect(422)
    expect(body.errors).toEqual([{ path: 'size', message: expect.any(String) }])
    await asked.put('/v1/leaves/elm').set('x-name', 'kim').expect(422)
    await asked.get('/v1/leaves/oak?unit=inch').expect(422)
    await asked.get('/v1/leaves/oak?surplus=1').expect(422)
  })

  it('gives 204 when there is nothing to say', async () => {
    await asked.delete('/v1/leaves/oak').expect(204, '')
    expect(house.leaves.has('oak')).toBe(false)
  })

  it('reads signed messages as text, and opens no transaction where none is wanted', async () => {
    await asked
      .post('/v1/check')
      .set('content-type', 'application/jose')
      .send('a.b.c')
      .expect(200, { length: 5 })
    expect(house.notes).toEqual([])
    await asked.post('/v1/check').send({ not: 'text' }).expect(415)
  })

  it('takes files up to the limit of their endpoint', async () => {
    const send = (bytes: number) =>
      asked.post('/v1/upload').set('content-type', 'text/csv').send('x'.repeat(bytes))
    await send(1_000).expect(200, { bytes: 1_000 })
    const { body } = await send(1_001).expect(413)
    expect(body).toMatchObject({ type: '/problems/too-large', limit: 1_000 })
  })

  it('reads nothing large before it knows who sends it', async () => {
    const send = (body: string) =>
      asked.post('/v1/forest').set('content-type', 'application/json').send(body)
    for (const body of ['[1,2]', '[', `[${'1,'.repeat(1_000)}1]`]) await send(body).expect(401)
    await send('[1,2]').set('x-name', 'kim').expect(200, { trees: 2 })
    await send('[').set('x-name', 'kim').expect(400)
    await send(`[${'1,'.repeat(1_000)}1]`)
      .set('x-name', 'kim')
      .expect(413)
    expect(house.notes.filter((note) => note === 'committed')).toHaveLength(1)
  })

  it.each(['whole', 'streamed'])(
    'hands out a %s file to keep, and lets nobody cache it',
    async (name) => {
      const { headers, text } = await asked.get(`/v1/files/${name}`).expect(200)
      expect(text).toBe('a;b')
      expect(headers).toMatchObject({
        'content-disposition': `attachment; filename=${name}.csv`,
        'content-type': expect.stringContaining('text/csv'),
        'cache-control': 'no-store',
      })
    },
  )

  it('shows a file in its place when told, and lets an endpoint replace a usual header', async () => {
    const page = endpoint({
      method: 'get',
      path: '/page',
      summary: 'A page for a frame.',
      access: anyone,
      problems: [],
      kind: 'file',
      run: () =>
        answered(
          { name: 'page.html', type: 'text/html', content: '<p>', shown: 'inline' },
          { headers: { 'content-security-policy': 'sandbox' } },
        ),
    })
    const service = express().use((_request, response, next) => {
      response.set('content-security-policy', "default-src 'self'")
      next()
    })
    mountAll(service, [page], house, (work) => work(house))
    const { headers } = await request(service).get('/page').expect(200)
    expect(headers).toMatchObject({
      'content-disposition': 'inline',
      'content-security-policy': 'sandbox',
    })
  })

  it('names the methods an address takes', async () => {
    const { body, headers } = await asked.post('/v1/leaves/oak').expect(405)
    expect(headers.allow).toBe('GET, PUT, DELETE, HEAD')
    expect(body.type).toBe('/problems/method-not-allowed')
  })

  it('has a problem for addresses that are not there or cannot be read', async () => {
    expect((await asked.get('/v1/nothing').expect(404)).body.type).toBe('/problems/not-found')
    expect((await asked.get('/v1/leaves/%E0%A4%A').expect(400)).body.type).toBe(
      '/problems/unreadable',
    )
  })
})
