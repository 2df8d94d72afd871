import { unreadable } from '@echolot/problem'
import express, { type Request, type RequestHandler } from 'express'
import { unsupportedType } from './problems.ts'
import { readJson } from './read-json.ts'

/** Largest body in bytes after inflation, unless an endpoint says otherwise. */
export const BODY_LIMIT = 256 * 1024

type Size = { readonly limit?: number }

/** Reads the body as JSON, strictly (see `readJson`), into `request.body`; undefined when there is none. */
export const jsonBody = ({ limit = BODY_LIMIT }: Size = {}): RequestHandler =>
  reader(limit, ['json', '+json'], 'application/json', (bytes) => readJson(textOf(bytes)))

/** Reads the body as text in UTF-8 into `request.body`; for signed messages. */
export const textBody = ({ limit = BODY_LIMIT }: Size = {}): RequestHandler =>
  reader(limit, ['text/*', 'application/jose'], 'text/plain, application/jose', textOf)

/** Reads the body as bytes of any type into `request.body`; for files. */
export const bytesBody = ({ limit = BODY_LIMIT }: Size = {}): RequestHandler =>
  reader(limit, ['*/*'], '*/*', (bytes) => bytes)

const reader = (
  limit: number,
  types: string[],
  accepted: string,
  read: (bytes: Buffer) => unknown,
): RequestHandler => {
  const raw = express.raw({ limit, type: () => true })
  return (request, response, next) => {
    // A reader before this one has taken the body.
    if (request.body !== undefined) return next()
    if (!hasBody(request)) return next()
    if (!request.is(types) || !isUtf8(request)) return next(unsupportedType({ accepted }))
    raw(request, response, (error?: unknown) => {
      if (error) return next(error)
      try {
        request.body = read(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))
        next()
      } catch (problem) {
        request.body = undefined
        next(problem)
      }
    })
  }
}

const hasBody = (request: Request) =>
  request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0

const isUtf8 = (request: Request) =>
  /charset\s*=\s*"?(utf-8|utf8)"?\s*(;|$)/i.test(request.get('content-type') ?? '') ||
  !/charset/i.test(request.get('content-type') ?? '')

/** UTF-8 without its byte-order mark. */
const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable({ place: 'the body', remedy: 'send text in UTF-8' })
  }
}
