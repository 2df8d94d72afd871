import { connect } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { health, problemWriter, type Running, ready, serve } from './index.ts'

const open: Running[] = []
const opened = async (app: express.Express, options = {}) => {
  const running = await serve(app, { port: 0, drainTimeout: 500, ...options })
  open.push(running)
  return running
}
afterEach(() => Promise.all(open.splice(0).map(({ drain }) => drain())))

/** What the server says on a raw connection until it closes it, and after how many ms. */
const raw = (port: number, text: string) =>
  new Promise<{ said: string; ms: number }>((resolve) => {
    const start = performance.now()
    let said = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('close', () => resolve({ said, ms: performance.now() - start }))
    socket.on('error', () => {})
  })

describe('serve', () => {
  it('listens on loopback', async () => {
    const app = express().get('/', (_asked, response) => void response.send('x'))
    const { url, server } = await opened(app)
    expect(server.address()).toMatchObject({ address: '127.0.0.1' })
    expect(await (await fetch(url)).text()).toBe('x')
  })

  it('says when the port is taken', async () => {
    const { port } = await opened(express())
    await expect(serve(express(), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('hangs up on headers and bodies that drip', async () => {
    const { port } = await opened(express(), { headersTimeout: 300, requestTimeout: 600 })
    const [headers, body] = await Promise.all([
      raw(port, 'GET / HTTP/1.1\r\nHost: x\r\n'),
      raw(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{'),
    ])
    expect(headers.said).toContain('408')
    expect(headers.ms).toBeLessThan(3_000)
    expect(body.ms).toBeLessThan(3_000)
  })

  it('refuses what no honest client sends', async () => {
    const { port } = await opened(express())
    const large = `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`
    const smuggled =
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
    expect((await raw(port, large)).said).toContain('431')
    expect((await raw(port, smuggled)).said).toContain('400')
    expect((await raw(port, 'GET / HTTP/1.1\r\n\r\n')).said).toContain('400')
  })

  it('lets requests under way finish when it drains, and takes no new ones', async () => {
    let answer = () => {}
    const app = express().get('/slow', (_asked, response) => {
      answer = () => void response.send('done')
    })
    const { url, drain } = await opened(app, { drainTimeout: 5_000 })
    const slow = fetch(`${url}/slow`)
    await vi.waitFor(() => expect(answer.toString()).toContain('done'))
    const drained = drain()
    await expect(fetch(url)).rejects.toThrow()
    answer()
    expect(await (await slow).text()).toBe('done')
    await drained
  })

  it('does not wait for ever', async () => {
    const { url, drain } = await opened(
      express().get('/never', () => {}),
      { drainTimeout: 200 },
    )
    const never = fetch(`${url}/never`).catch(() => 'cut')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const start = performance.now()
    await drain()
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(await never).toBe('cut')
  })
})

describe('ready', () => {
  const appWith = (probe: () => Promise<void>) =>
    express().get('/health', health).get('/ready', ready(probe)).use(problemWriter(vi.fn()))

  it('is green while the office can save, and probes once a second at most', async () => {
    const probe = vi.fn(async () => {})
    const { url } = await opened(appWith(probe))
    const answers = await Promise.all([1, 2, 3].map(() => fetch(`${url}/ready`)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(probe).toHaveBeenCalledOnce()
  })

  it('is red when saving fails, while the process is up', async () => {
    const { url } = await opened(appWith(() => Promise.reject(new Error('disk'))))
    expect((await fetch(`${url}/ready`)).status).toBe(500)
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })

  it('is red when saving takes too long', async () => {
    const { url } = await opened(appWith(() => new Promise(() => {})))
    const answer = await fetch(`${url}/ready`)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('10')
  })

  it('is red while the office closes', async () => {
    const app = appWith(async () => {})
    const { url } = await opened(app)
    app.locals.draining = true
    expect((await fetch(`${url}/ready`)).status).toBe(503)
  })
})
