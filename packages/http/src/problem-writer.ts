import { internal, notFound, Problem, unreadable } from '@echolot/problem'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { tooLarge, unsupportedType } from './problems.ts'

/** Knows errors of other rooms, e.g. `translateDatabaseProblem`. */
export type Translate = (error: unknown) => Problem | undefined

/**
 * The last handler: writes every error as `application/problem+json` (RFC 9457). 500 says nothing of its cause.
 *
 * Only the name of an error and where in our code it arose are ever logged: messages and body parser's errors carry
 * what was sent, which is answers.
 */
export const problemWriter =
  (log: (trace: string) => void, translate: Translate = () => undefined): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const problem = asProblem(error, translate)
    if (problem.status >= 500) log(traceOf(error))
    const { retryAfter } = problem.details
    if (typeof retryAfter === 'number') response.set('retry-after', String(retryAfter))
    const told = problem.status === 500 ? internal({}) : problem
    response
      .status(told.status)
      .set('cache-control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(told))
  }

/** For what no endpoint took: 404 as a problem. Mount before `problemWriter`. */
export const nothingHere: RequestHandler = () => {
  throw notFound({ what: 'address' })
}

const asProblem = (error: unknown, translate: Translate): Problem => {
  if (error instanceof Problem) return error
  return translate(error) ?? clientFault(error) ?? internal({})
}

/** Faults which Express and its body reader find before an endpoint is reached. */
const clientFault = (error: unknown): Problem | undefined => {
  if (error instanceof URIError)
    return unreadable({ place: 'the address', remedy: 'encode the address as in RFC 3986' })
  if (!(error instanceof Error) || !('status' in error)) return undefined
  const status = Number(error.status)
  if (status === 413) return tooLarge({ limit: 'limit' in error ? Number(error.limit) : 0 })
  if (status === 415) return unsupportedType({ accepted: 'gzip, deflate, br or no encoding' })
  if (status >= 400 && status < 500)
    return unreadable({ place: 'the request', remedy: 'send the whole request, correctly encoded' })
  return undefined
}

/** Of our own code these messages are made by the engine and hold names of properties, nothing else. */
const SAFE_MESSAGES = new Set(['TypeError', 'ReferenceError'])

const traceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'something that is no Error was thrown'
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const message = SAFE_MESSAGES.has(error.name) ? `: ${error.message}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
  const cause = error.cause instanceof Error ? `\ncaused by ${traceOf(error.cause)}` : ''
  return `${error.name}${code}${message}\n${frames.join('\n')}${cause}`
}
