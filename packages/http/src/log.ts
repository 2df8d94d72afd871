import type { RequestHandler } from 'express'
import pino, { type DestinationStream } from 'pino'

/** What this house writes down of its work; nothing of people or answers. */
export type Log = {
  /** Something worth knowing, with numbers and fixed words only. */
  readonly say: (event: string, facts?: Readonly<Record<string, number | string>>) => void
  /** For `problemWriter`. */
  readonly trace: (trace: string) => void
}

/** To the hour: a finer time beside a saved page would tell when somebody answered. */
const hourOnly = () => `,"hour":"${new Date().toISOString().slice(0, 13)}"`

/** One JSON line an event on standard output. The last line of defence takes out whatever looks like a secret. */
export const makeLog = (office: string, destination?: DestinationStream): Log => {
  const lines = pino(
    { base: { office }, timestamp: hourOnly, hooks: { streamWrite: scrubbed } },
    ...(destination ? [destination] : []),
  )
  return {
    say: (event, facts = {}) => lines.info(facts, event),
    trace: (trace) => lines.error({ trace }, 'internal problem'),
  }
}

/** Method, route pattern, status and milliseconds of each request: no address, no query, no body, no browser. */
export const requestLog =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const start = performance.now()
    response.once('finish', () =>
      log.say('request', {
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
        ms: Math.round(performance.now() - start),
      }),
    )
    next()
  }

const routeOf = ({ baseUrl, route }: { baseUrl: string; route?: { path?: unknown } }) =>
  typeof route?.path === 'string' ? baseUrl + route.path : '(none)'

/** Three groups of four symbols of Crockford's alphabet, with a digit or in capitals; long hexadecimal digits; mail addresses. */
const CODE =
  /(?<![0-9A-Za-z])(?=[0-9A-Za-z -]*\d|[A-Z -]{12})[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{4}[ -]?[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{4}[ -]?[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{4}(?![0-9A-Za-z])/g
const LONG_HEX = /(?<![0-9A-Za-z])[0-9a-f]{32,}(?![0-9A-Za-z])/gi
const MAIL = /[^\s"'@<>]{1,64}@[\w-]{1,64}(\.[\w-]{1,64}){1,8}/g

/** The line without what is shaped like an access code, a key or pseudonym, or a mail address. */
export const scrubbed = (line: string): string =>
  line.replace(LONG_HEX, '[hex]').replace(MAIL, '[mail]').replace(CODE, '[code]')
