import type { RequestHandler } from 'express'
import { notReady } from './problems.ts'

/** `GET /health`: the process is up. */
export const health: RequestHandler = (_request, response) => {
  response.set('cache-control', 'no-store').json({ status: 'up' })
}

/**
 * `GET /ready`: the office can save. `probe` writes and commits (`probeWrite`); it runs at most once a second, however
 * many ask. 503 while the office closes, when the probe fails, or when it takes longer than two seconds.
 */
export const ready = (probe: () => Promise<void>): RequestHandler => {
  let last: { readonly at: number; readonly outcome: Promise<void> } | undefined
  return async (request, response) => {
    response.set('cache-control', 'no-store')
    if (request.app.locals.draining) throw notReady({ retryAfter: 10 })
    if (!last || performance.now() - last.at > 1_000)
      last = { at: performance.now(), outcome: withinTwoSeconds(probe()) }
    await last.outcome
    response.json({ status: 'ready' })
  }
}

const withinTwoSeconds = (work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(notReady({ retryAfter: 10 })), 2_000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
