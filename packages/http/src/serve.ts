import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

export type ServeOptions = {
  /** 0 takes any free port. */
  readonly port: number
  /** Loopback unless told; a proxy with TLS stands in front. */
  readonly host?: string
  /** Longest time in ms for a whole request; 10 s unless told. Raise it where large files are sent. */
  readonly requestTimeout?: number
  /** Longest time in ms for the headers; 5 s unless told. */
  readonly headersTimeout?: number
  /** Longest time in ms for requests under way when the office closes; 10 s unless told. */
  readonly drainTimeout?: number
}

export type Running = {
  readonly url: string
  readonly port: number
  readonly server: Server
  /** Takes no more requests, lets those under way finish, then resolves. */
  readonly drain: () => Promise<void>
}

/** Opens the doors of `app`; resolves when it listens. */
export const serve = async (app: Express, options: ServeOptions): Promise<Running> => {
  const { port, host = '127.0.0.1', requestTimeout = 10_000, drainTimeout = 10_000 } = options
  const server = createServer(
    {
      headersTimeout: options.headersTimeout ?? 5_000,
      requestTimeout,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16_384,
      requireHostHeader: true,
      insecureHTTPParser: false,
    },
    app,
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port, host }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    server,
    drain: () => drained(app, server, drainTimeout),
  }
}

const drained = async (app: Express, server: Server, timeout: number) => {
  app.locals.draining = true
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection whose last request has just been answered would stay open for another one.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const hardStop = setTimeout(() => server.closeAllConnections(), timeout)
  await closed
  clearTimeout(hardStop)
  clearInterval(sweep)
}

/**
 * Ends the process in good order at SIGTERM or SIGINT: drains, then `close` (database), then exit code 0. A second
 * signal while this goes on changes nothing; a `close` that fails gives exit code 1.
 */
export const drainOnSignals = ({ drain }: Running, close: () => Promise<void>): void => {
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    try {
      await drain()
      await close()
      process.exit(0)
    } catch {
      process.exit(1)
    }
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
