import express from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { jsonBody, makeLog, problemWriter, requestLog, scrubbed } from './index.ts'

const logging = () => {
  const lines: string[] = []
  return { lines, log: makeLog('collection', { write: (line) => void lines.push(line) }) }
}

describe('requestLog', () => {
  it('writes method, route, status and duration of a request, to the hour, and nothing of who or what', async () => {
    const { lines, log } = logging()
    const app = express()
      .use(requestLog(log), jsonBody())
      .put('/v1/leaves/:leaf', (_asked, response) => void response.json({}))
      .use(problemWriter(log.trace))
    await request(app)
      .put('/v1/leaves/oak?code=7K3M-9QXT-4C2P')
      .set({ 'user-agent': 'Firefox', 'x-forwarded-for': '198.51.100.1', cookie: 'r=secret' })
      .send({ mood: 'gloomy' })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] as string)).toEqual({
      level: 30,
      hour: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}$/),
      office: 'collection',
      method: 'PUT',
      route: '/v1/leaves/:leaf',
      status: 200,
      ms: expect.any(Number),
      msg: 'request',
    })
  })

  it('names the route of no address that is not there', async () => {
    const { lines, log } = logging()
    const app = express().use(requestLog(log))
    await request(app).get('/7K3M-9QXT-4C2P').expect(404)
    expect(JSON.parse(lines[0] as string).route).toBe('(none)')
  })
})

describe('makeLog', () => {
  it('takes out what looks like a secret, wherever it stands', () => {
    const { lines, log } = logging()
    log.say('import', { name: 'kim@example.org', n: 3 })
    log.trace(`at f (7K3M-9QXT-4C2P) ${'ab'.repeat(16)}`)
    expect(lines.join('')).not.toMatch(/kim@|7K3M|abab/)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { name: '[mail]', n: 3 },
      { trace: 'at f ([code]) [hex]' },
    ])
  })
})

describe('scrubbed', () => {
  it.each([
    ['7K3M-9QXT-4C2P', '[code]'],
    ['7k3m9qxt4c2p', '[code]'],
    ['code 7K3M 9QXT 4C2P used', 'code [code] used'],
    ['ABCDEFGHJKMN', '[code]'],
    ['0f'.repeat(16), '[hex]'],
    ['{"time":1795345678901}', '{"time":1795345678901}'],
    ['statement by departments', 'statement by departments'],
    [
      'at mount (file:///srv/packages/http/src/endpoint.ts:120:14)',
      'at mount (file:///srv/packages/http/src/endpoint.ts:120:14)',
    ],
  ])('turns %s into %s', (line, clean) => expect(scrubbed(line)).toBe(clean))
})
